package io.deskpulse.metrics.planning;

import io.deskpulse.metrics.staffing.Shrinkage;

/**
 * Time away from planned work by weekday and slot, planned and unplanned apart; thin cells are drawn to the whole shop's.
 *
 * @param paidHours planned hours, [weekday][slot]
 * @param plannedAwayHours of them away as planned
 * @param unplannedAwayHours of the rest away otherwise
 */
public record AwayTime(double[][] paidHours, double[][] plannedAwayHours, double[][] unplannedAwayHours) {
    /** A cell counts as much as the whole once it stands on so many hours. */
    private static final double STRENGTH = 40;

    /** More than this is a plan that nobody follows, not shrinkage. */
    private static final double MOST = 0.9;

    /** Nothing was measured. */
    public static AwayTime none(int slots) {
        return new AwayTime(new double[7][slots], new double[7][slots], new double[7][slots]);
    }

    /** Shares lost on a weekday, 0 for Monday, in a slot; none where nothing was planned at all. */
    Shrinkage shrinkage(int weekday, int slot) {
        double paid = sum(paidHours);
        if (paid <= 0) {
            return Shrinkage.NONE;
        }
        double plannedAway = sum(plannedAwayHours);
        double planned = share(plannedAwayHours[weekday][slot], paidHours[weekday][slot], plannedAway / paid);
        double left = paid - plannedAway;
        double unplanned = left <= 0
                ? 0
                : share(
                        unplannedAwayHours[weekday][slot],
                        paidHours[weekday][slot] - plannedAwayHours[weekday][slot],
                        sum(unplannedAwayHours) / left);
        return new Shrinkage(planned, unplanned);
    }

    private static double share(double away, double all, double whole) {
        return Math.min(MOST, Math.max(0, (away + STRENGTH * whole) / (all + STRENGTH)));
    }

    private static double sum(double[][] values) {
        double sum = 0;
        for (double[] row : values) {
            for (double value : row) {
                sum += value;
            }
        }
        return sum;
    }
}
