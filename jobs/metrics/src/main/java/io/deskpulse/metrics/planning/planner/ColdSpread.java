package io.deskpulse.metrics.planning.planner;

import io.deskpulse.metrics.forecast.series.History;
import java.util.Arrays;
import java.util.List;

/**
 * How far young shops' days fall from level × weekday × hour of others: learned from old shops, each taken for young week by week.
 *
 * <p>From k days known and for 14 days after them: F = own level × weekday, v(k) = Σ((T - F)² - F - F²/n) / ΣF², n contacts of the k days; F is the chance of
 * the day's count, F²/n that of the level's. The same of slots.
 *
 * @param days v by days known, from 1 to 6
 * @param slots the same of slots
 */
record ColdSpread(double[] days, double[] slots) {
    /** So many known days have a forecast of their own. */
    static final int MOST_DAYS = 6;

    private static final int AHEAD = 14;
    private static final int PACE = 7;

    /** Shops resemble each other by chance, too. */
    private static final double LEAST = 0.02;

    /** Sums of one number of known days. */
    private static final class Sums {
        private double dayExcess;
        private double daySquares;
        private double slotExcess;
        private double slotSquares;
    }

    static ColdSpread of(List<History> shops, double[] weekdays, double[] profile) {
        double[] days = new double[MOST_DAYS];
        double[] slots = new double[MOST_DAYS];
        for (int known = 1; known <= MOST_DAYS; known++) {
            Sums sums = new Sums();
            for (History shop : shops) {
                for (int start = 0; start + known + AHEAD <= shop.days(); start += PACE) {
                    add(shop, start, known, weekdays, profile, sums);
                }
            }
            days[known - 1] = variance(sums.dayExcess, sums.daySquares);
            slots[known - 1] = Math.max(days[known - 1], variance(sums.slotExcess, sums.slotSquares));
        }
        return new ColdSpread(days, slots);
    }

    /** v of a day by how many days are known and how many contacts they had; the chance of the level included. */
    double ofDay(int known, double contacts) {
        return of(days, known, contacts);
    }

    /** v of a slot. */
    double ofSlot(int known, double contacts) {
        return of(slots, known, contacts);
    }

    private static double of(double[] variances, int known, double contacts) {
        return variances[Math.min(known, MOST_DAYS) - 1] + 1 / Math.max(1, contacts);
    }

    private static double variance(double excess, double squares) {
        return squares == 0 ? 1 : Math.max(LEAST, excess / squares);
    }

    private static void add(History shop, int start, int known, double[] weekdays, double[] profile, Sums sums) {
        double contacts = 0;
        double factors = 0;
        for (int day = start; day < start + known; day++) {
            if (shop.has(day)) {
                contacts += shop.total(day);
                factors += weekdays[shop.weekday(day)];
            }
        }
        if (contacts == 0 || factors == 0) {
            return;
        }
        for (int day = start + known; day < start + known + AHEAD; day++) {
            double mean = contacts / factors * weekdays[shop.weekday(day)];
            if (shop.has(day) && Arrays.stream(shop.day(day)).noneMatch(Double::isNaN)) {
                double error = shop.total(day) - mean;
                sums.dayExcess += error * error - mean - mean * mean / contacts;
                sums.daySquares += mean * mean;
                for (int slot = 0; slot < profile.length; slot++) {
                    double part = mean * profile[slot];
                    double off = shop.day(day)[slot] - part;
                    sums.slotExcess += off * off - part - part * part / contacts;
                    sums.slotSquares += part * part;
                }
            }
        }
    }
}
