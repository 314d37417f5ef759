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

    private PooledProfile() {}

    /**
     * Shares of a day that sum to 1.
     *
     * @param history counts up to the origin are read
     * @param origin last day known
     * @param weekday 0 to 6
     * @return null when no contact is known
     */
    public static double[] of(History history, int origin, int weekday) {
        int slots = history.slots();
        double[] all = new double[slots];
        double[] half = new double[slots];
        double[] same = new double[slots];
        for (int day = Math.max(0, origin - 7 * WEEKS + 1); day <= origin; day++) {
            if (history.has(day)) {
                double weight = Math.pow(DISCOUNT, (origin - day) / 7);
                int other = history.weekday(day);
                add(all, weight, history.day(day));
                if (other < SATURDAY == weekday < SATURDAY) {
                    add(half, weight, history.day(day));
                }
                if (other == weekday) {
                    add(same, weight, history.day(day));
                }
            }
        }
        if (sum(all) == 0) {
            return null;
        }
        double[] prior = shrink(all, neighbours(WeekdayProfile.normalised(all)), BETWEEN_SLOTS);
        prior = shrink(half, prior, BETWEEN_HALVES);
        return shrink(same, prior, BETWEEN_DAYS);
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
