package io.deskpulse.metrics.forecast.shape;

import io.deskpulse.metrics.forecast.series.History;

/** How a weekday's contacts spread over the day, from the last same weekdays: slow is better than fast. */
public final class WeekdayProfile {
    private WeekdayProfile() {}

    /**
     * The weighted mean of the profiles y/T of the last same weekdays.
     *
     * @param history counts up to the origin are read
     * @param origin last day known
     * @param weekday 0 to 6
     * @param most days that count
     * @param discount weight of each day relative to the next one, in (0, 1]
     * @return shares of a day that sum to 1; null when no such day is known
     */
    public static double[] of(History history, int origin, int weekday, int most, double discount) {
        double[] sum = new double[history.slots()];
        double weight = 1;
        int found = 0;
        for (int day = origin; day >= 0 && found < most; day--) {
            if (history.weekday(day) == weekday && history.has(day) && history.total(day) > 0) {
                double[] counts = history.day(day);
                for (int slot = 0; slot < sum.length; slot++) {
                    sum[slot] += Double.isNaN(counts[slot]) ? 0 : weight * counts[slot] / history.total(day);
                }
                weight *= discount;
                found++;
            }
        }
        return found == 0 ? null : normalised(sum);
    }

    /** The same divided by its sum; unchanged when that is 0. */
    public static double[] normalised(double[] profile) {
        double total = 0;
        for (double share : profile) {
            total += share;
        }
        double[] shares = profile.clone();
        for (int slot = 0; slot < shares.length && total > 0; slot++) {
            shares[slot] /= total;
        }
        return shares;
    }
}
