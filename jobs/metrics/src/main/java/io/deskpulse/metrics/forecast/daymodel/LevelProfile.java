package io.deskpulse.metrics.forecast.daymodel;

import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.forecast.series.WorkCalendar;
import io.deskpulse.metrics.forecast.shape.WeekdayProfile;

/**
 * ES: level × weekday factor × profile, each smoothed exponentially.
 *
 * <p>T = day total, k weekday, p its profile. L ← L + α(T/w_k - L); w_k ← w_k + γ(T/L_old - w_k), then Σw = number of weekdays; p_k ← p_k + β(y/T - p_k);
 * forecast L w_k p_k. Starts from the means of the first four weeks.
 *
 * @see "level and seasonal factors: Winters 1960"
 */
public final class LevelProfile implements SlotModel {
    private static final int START_DAYS = 28;
    private static final int WEEK = 7;

    private final History history;
    private final int weekdays;
    private final Rates rates;
    private double[] level = new double[0];
    private double[][] factors = new double[0][];
    private double[][][] profiles = new double[0][][];

    /**
     * Smoothing rates, 0..1.
     *
     * @param level α, towards today's level
     * @param weekday γ, towards today's weekday factor
     * @param profile β, towards today's profile
     */
    public record Rates(double level, double weekday, double profile) {
        /** What serves best at a lead of days: the longer, the slower the level. */
        public static Rates atLead(int days) {
            if (days <= 2) {
                return new Rates(0.5, 0.05, 0.1);
            }
            return days <= 10 ? new Rates(0.02, 0.1, 0.1) : new Rates(0.05, 0.1, 0.1);
        }
    }

    /** A model of a history, whose states are computed once, each from the days up to its own. */
    public LevelProfile(History history, WorkCalendar calendar, Rates rates) {
        this.history = history;
        this.weekdays = calendar.habitualWeekdays();
        this.rates = rates;
        run();
    }

    @Override
    public double[] forecast(int origin, int target) {
        int last = history.lastKnown(origin);
        if (last < START_DAYS - 1 || level.length == 0) {
            return null;
        }
        int weekday = history.weekday(target);
        double[] profile = profiles[last][weekday];
        if (profile == null) {
            return null;
        }
        double total = level[last] * factors[last][weekday];
        double[] forecast = new double[profile.length];
        for (int slot = 0; slot < forecast.length; slot++) {
            forecast[slot] = total * profile[slot];
        }
        return forecast;
    }

    /** The profile of a weekday as it stands on a day; null before four weeks. */
    public double[] profile(int origin, int weekday) {
        int last = history.lastKnown(origin);
        return last < START_DAYS - 1 || level.length == 0 ? null : profiles[last][weekday];
    }

    private void run() {
        if (history.days() < START_DAYS) {
            return;
        }
        level = new double[history.days()];
        factors = new double[history.days()][];
        profiles = new double[history.days()][][];
        double[] weekdayFactors = new double[WEEK];
        double[][] weekdayProfiles = new double[WEEK][];
        double now = start(weekdayFactors, weekdayProfiles);
        for (int day = START_DAYS - 1; day < history.days(); day++) {
            if (day >= START_DAYS && history.has(day)) {
                now = learn(day, now, weekdayFactors, weekdayProfiles);
            }
            level[day] = now;
            factors[day] = weekdayFactors.clone();
            profiles[day] = weekdayProfiles.clone();
        }
    }

    private double start(double[] weekdayFactors, double[][] weekdayProfiles) {
        double[] sums = new double[WEEK];
        int[] days = new int[WEEK];
        for (int day = 0; day < START_DAYS; day++) {
            if (history.has(day)) {
                sums[history.weekday(day)] += history.total(day);
                days[history.weekday(day)]++;
            }
        }
        double sum = 0;
        int known = 0;
        for (int weekday = 0; weekday < WEEK; weekday++) {
            if (days[weekday] > 0) {
                sum += sums[weekday] / days[weekday];
                known++;
                weekdayProfiles[weekday] = WeekdayProfile.of(history, START_DAYS - 1, weekday, 4, 1);
            }
        }
        double mean = known == 0 ? 0 : sum / known;
        for (int weekday = 0; weekday < WEEK; weekday++) {
            weekdayFactors[weekday] = days[weekday] > 0 && mean > 0 ? sums[weekday] / days[weekday] / mean : 1;
        }
        return mean;
    }

    private double learn(int day, double before, double[] weekdayFactors, double[][] weekdayProfiles) {
        int weekday = history.weekday(day);
        double total = history.total(day);
        double factor = weekdayFactors[weekday];
        double now = factor > 0 ? before + rates.level() * (total / factor - before) : before;
        if (before > 0) {
            weekdayFactors[weekday] += rates.weekday() * (total / before - factor);
            normalise(weekdayFactors, weekdayProfiles);
        }
        if (total > 0) {
            double[] today = WeekdayProfile.of(history, day, weekday, 1, 1);
            double[] profile = weekdayProfiles[weekday];
            if (profile != null) {
                double[] next = profile.clone();
                for (int slot = 0; slot < next.length; slot++) {
                    next[slot] += rates.profile() * (today[slot] - profile[slot]);
                }
                today = next;
            }
            weekdayProfiles[weekday] = today;
        }
        return now;
    }

    private void normalise(double[] weekdayFactors, double[][] weekdayProfiles) {
        double sum = 0;
        int known = 0;
        for (int weekday = 0; weekday < WEEK; weekday++) {
            if (weekdayProfiles[weekday] != null) {
                sum += weekdayFactors[weekday];
                known++;
            }
        }
        double scale = sum > 0 ? Math.min(known, weekdays) / sum : 1;
        for (int weekday = 0; weekday < WEEK; weekday++) {
            weekdayFactors[weekday] *= scale;
        }
    }
}
