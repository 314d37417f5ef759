package io.deskpulse.metrics.forecast.shape;

import io.deskpulse.metrics.forecast.series.History;

/**
 * The profile of a weekday, shrunk where contacts are few: to that of its half of the week, that to the one of all days, that to its neighbours in time.
 *
 * <p>Contacts of the last 26 weeks count 0.93^week each. A slot's share is (C + κ m)/(ΣC + Σκ m) with C contacts of the slot and m what it is shrunk to,
 * as contacts: κ = 40 between the days of a half, 15 between the halves, 20 between neighbouring slots.
 *
 * @see "gamma-Poisson shrinkage: Robbins 1956"
 */
public final class PooledProfile {
    private static final int WEEKS = 26;
    private static final double DISCOUNT = 0.93;
    private static final double BETWEEN_DAYS = 40;
    private static final double BETWEEN_HALVES = 15;
    private static final double BETWEEN_SLOTS = 20;
    private static final int SATURDAY = 5;

    /** What is left of a sum by rounding once all its days are forgotten. */
    private static final double ROUNDING = 1e-9;

    private static final double FORGOTTEN = Math.pow(DISCOUNT, WEEKS);

    private final History history;

    /** Weighted contacts by slot of the same weekdays up to each day. */
    private final double[][] sums;

    private int summed;

    /** Profiles of a history, whose days must be complete up to the origins asked for. */
    public PooledProfile(History history) {
        this.history = history;
        this.sums = new double[history.days()][];
    }

    /**
     * Shares of a day that sum to 1.
     *
     * @param origin last day known; counts up to it are read
     * @param weekday 0 to 6
     * @return null when no contact is known
     */
    public double[] of(int origin, int weekday) {
        sumUpTo(origin);
        int slots = history.slots();
        double[] all = new double[slots];
        double[] half = new double[slots];
        double[] same = new double[slots];
        for (int day = Math.max(0, origin - 6); day <= origin; day++) {
            int other = history.weekday(day);
            add(all, 1, sums[day]);
            if (other < SATURDAY == weekday < SATURDAY) {
                add(half, 1, sums[day]);
            }
            if (other == weekday) {
                add(same, 1, sums[day]);
            }
        }
        if (sum(all) <= 0) {
            return null;
        }
        double[] prior = shrink(all, neighbours(WeekdayProfile.normalised(all)), BETWEEN_SLOTS);
        prior = shrink(half, prior, BETWEEN_HALVES);
        return shrink(same, prior, BETWEEN_DAYS);
    }

    /** S(d) = y(d) + 0.93 S(d - 7) - 0.93^26 y(d - 26·7). */
    private void sumUpTo(int origin) {
        for (; summed <= origin; summed++) {
            double[] sum = new double[history.slots()];
            addDay(sum, 1, summed);
            if (summed >= 7) {
                add(sum, DISCOUNT, sums[summed - 7]);
            }
            addDay(sum, -FORGOTTEN, summed - 7 * WEEKS);
            for (int slot = 0; slot < sum.length; slot++) {
                sum[slot] = sum[slot] < ROUNDING ? 0 : sum[slot];
            }
            sums[summed] = sum;
        }
    }

    private void addDay(double[] to, double weight, int day) {
        if (history.has(day)) {
            add(to, weight, history.day(day));
        }
    }

    /** The weighted contacts of a slot behind the profiles of all weekdays, on average over the slots that have any. */
    private static double[] shrink(double[] contacts, double[] prior, double strength) {
        int used = 0;
        for (double share : prior) {
            used += share > 0 ? 1 : 0;
        }
        double[] shares = new double[contacts.length];
        for (int slot = 0; slot < shares.length; slot++) {
            shares[slot] = contacts[slot] + strength * used * prior[slot];
        }
        return WeekdayProfile.normalised(shares);
    }

    private static double[] neighbours(double[] profile) {
        double[] smooth = new double[profile.length];
        for (int slot = 0; slot < smooth.length; slot++) {
            double sum = 0;
            double weights = 0;
            for (int step = -2; step <= 2; step++) {
                int at = slot + step;
                if (at >= 0 && at < smooth.length) {
                    sum += (3 - Math.abs(step)) * profile[at];
                    weights += 3 - Math.abs(step);
                }
            }
            smooth[slot] = sum / weights;
        }
        return smooth;
    }

    private static void add(double[] to, double weight, double[] counts) {
        for (int slot = 0; slot < to.length; slot++) {
            to[slot] += Double.isNaN(counts[slot]) ? 0 : weight * counts[slot];
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
