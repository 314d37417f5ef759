package io.deskpulse.metrics.forecast;

import io.deskpulse.metrics.forecast.dayfilter.Explanation;

/**
 * A forecast of one day.
 *
 * @param origin last day it was made from
 * @param target day it is for
 * @param mean contacts by slot, >= 0
 * @param quantiles of each slot: [slot][level of {@code Levels}], ascending, >= 0
 * @param total contacts of the day, the sum of the means
 * @param totalQuantiles by level; not sums of the slots' quantiles
 * @param factors what the mean is the product of
 * @param evidenceDays comparable days that the intervals stand on
 * @param young whether less than four weeks of history stand behind it, so that it is wider and should be shown as such
 */
public record SlotForecast(
        int origin,
        int target,
        double[] mean,
        double[][] quantiles,
        double total,
        double[] totalQuantiles,
        Factors factors,
        int evidenceDays,
        boolean young) {

    /**
     * A mean taken apart: contacts of a slot = day's product × others × share.
     *
     * @param day level, weekday, calendar and events
     * @param others what the other methods make of it, near 1
     * @param shares of the day by slot, which sum to 1
     */
    public record Factors(Explanation day, double others, double[] shares) {
        /** The mean of a slot. */
        public double mean(int slot) {
            return day.product() * others * shares[slot];
        }
    }
}
