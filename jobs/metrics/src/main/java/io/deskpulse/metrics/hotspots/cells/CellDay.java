package io.deskpulse.metrics.hotspots.cells;

import io.deskpulse.metrics.hotspots.expected.RelativeRate;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.numbers.GammaDistribution;

/**
 * A day of a cell, as told at its end: what was seen, what was expected, and how the cell stands against its peers since.
 *
 * @param epochDay the day, on the shop's calendar, since 1970-01-01
 * @param reason code of the taxonomy
 * @param dimension of the cell
 * @param value of the cell
 * @param exposures what may have led to complaints, of that day
 * @param observed complaints counted, of that day
 * @param expected complaints expected, of that day, at the cell's own rate
 * @param buyers different buyers among the complaints of the last seven days
 * @param rate the cell's rate relative to its reason's, with that day in it
 */
public record CellDay(
        long epochDay,
        String reason,
        Dimension dimension,
        String value,
        double exposures,
        int observed,
        double expected,
        int buyers,
        RelativeRate rate) {
    /** A cell whose rate is surely so many times its reason's, as of three buyers, is bad against its peers. */
    public static final double BAD_FROM = 2;

    private static final double LOW = 0.05;
    private static final double LEAST_EXPECTED = 0.5;

    /** The 5 % quantile of the relative rate. */
    public double rateLow() {
        return new GammaDistribution(rate.shape(), rate.rate()).quantile(LOW);
    }

    /** Whether there is anything to tell: somebody complained, or silence says something, or the cell may be bad against its peers. */
    static boolean isWorthTelling(int observed, double expected, RelativeRate rate) {
        return observed > 0 || expected >= LEAST_EXPECTED || rate.mean() >= BAD_FROM;
    }
}
