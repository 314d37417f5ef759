package io.deskpulse.bench.hotspots.sim;

import io.deskpulse.metrics.hotspots.facts.Dimension;

/**
 * A defect put into a made-up shop: the rate of one cell is multiplied for a time.
 *
 * @param cause ordinal
 * @param value number of the cell's value
 * @param multiplier of the rate, at last where it rises
 * @param isDrift whether it rises over ten days and stays
 * @param fromHour of the world
 * @param untilHour of the world
 * @param extra complaints expected on top of the usual ones
 * @param expected complaints expected in all
 */
public record Injection(
        int cause,
        int value,
        double multiplier,
        boolean isDrift,
        int fromHour,
        int untilHour,
        double extra,
        double expected) {
    private static final double DRIFT_HOURS = 240;

    /** The dimension of its cell. */
    public Dimension dimension() {
        return Values.dimension(value);
    }

    /** The factor on the cell's rate in an hour. */
    double factor(int hour) {
        if (hour < fromHour || hour >= untilHour) {
            return 1;
        }
        return isDrift ? 1 + (multiplier - 1) * Math.min(1, (hour - fromHour + .5) / DRIFT_HOURS) : multiplier;
    }

    /** Whether a cell of its cause shares complaints with its cell. */
    public boolean shares(int otherCause, int otherValue) {
        return otherCause == cause && (otherValue == value || Values.dimension(otherValue) != dimension());
    }
}
