package io.deskpulse.metrics.forecast.daymodel;

import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.forecast.series.WorkCalendar;
import io.deskpulse.metrics.forecast.shape.WeekdayProfile;
import io.deskpulse.metrics.linear.Cholesky;

/**
 * CR: what the calendar says of a day's total, times the recent profile of its weekday.
 *
 * <p>log T on weekdays, closed neighbours and the position in the month by ridge regression, centred, with weight ½^(age / 30 working days), λ = 0.5 on
 * calendar terms and 0.01 on weekdays; profile = last 8 same weekdays with weights 0.9^i. A day of 0 contacts counts as half a contact.
 *
 * @see "ridge: Hoerl and Kennard 1970; discounted least squares: Brown 1963"
 */
public final class CalendarRegression implements SlotModel {
    private static final double HALF_LIFE_DAYS = 30;
    private static final int LEAST_DAYS = 10;
    private static final double CALENDAR_PENALTY = 0.5;
    private static final double WEEKDAY_PENALTY = 0.01;
    private static final int PROFILE_DAYS = 8;
    private static final double PROFILE_DISCOUNT = 0.9;
    private static final int WEEK = 7;
    private static final int TERMS = WEEK + WorkCalendar.CLOSED_FLAGS + WorkCalendar.MONTH_FLAGS;

    private final History history;
    private final WorkCalendar calendar;
    private final double[][] terms;
    private final double[][] profiles;
    private final Fit[] fits;
    private final Sums sums = new Sums();
    private int summed;

    private record Fit(double mean, double[] means, double[] slopes) {}

    /** Weighted sums over the days so far, of what the regression is made of. */
    private static final class Sums {
        private final double[] terms = new double[TERMS];
        private final double[] logTerms = new double[TERMS];
        private final double[][] products = new double[TERMS][TERMS];
        private double weight;
        private double log;
        private int days;
        private int index;
    }

    /** A model of a history that is complete, which keeps what it found. */
    public CalendarRegression(History history, WorkCalendar calendar) {
        this.history = history;
        this.calendar = calendar;
        this.terms = new double[calendar.days()][];
        this.profiles = new double[history.days()][];
        this.fits = new Fit[history.days()];
    }

    @Override
    public double[] forecast(int origin, int target) {
        double total = total(origin, target);
        double[] profile = profile(origin, history.weekday(target));
        if (Double.isNaN(total) || profile == null) {
            return null;
        }
        double[] forecast = new double[profile.length];
        for (int slot = 0; slot < forecast.length; slot++) {
            forecast[slot] = total * profile[slot];
        }
        return forecast;
    }

    /** The total of a day; NaN when fewer than ten days are known. */
    public double total(int origin, int target) {
        int last = history.lastKnown(origin);
        if (last < 0) {
            return Double.NaN;
        }
        sumUpTo(last);
        Fit fit = fits[last];
        if (fit == null) {
            return Double.NaN;
        }
        double[] at = terms(target);
        double log = fit.mean;
        for (int k = 0; k < TERMS; k++) {
            log += fit.slopes[k] * (at[k] - fit.means[k]);
        }
        return Math.exp(log);
    }

    /** The profile of the last same weekdays, which is the same until the next of them. */
    private double[] profile(int origin, int weekday) {
        int last = Math.min(origin, history.days() - 1);
        while (last >= 0 && !(history.weekday(last) == weekday && history.has(last) && history.total(last) > 0)) {
            last--;
        }
        if (last < 0) {
            return null;
        }
        if (profiles[last] == null) {
            profiles[last] = WeekdayProfile.of(history, last, weekday, PROFILE_DAYS, PROFILE_DISCOUNT);
        }
        return profiles[last];
    }

    private void sumUpTo(int last) {
        for (; summed <= last; summed++) {
            if (history.has(summed)) {
                add(summed);
                fits[summed] = sums.days < LEAST_DAYS ? null : fit();
            }
        }
    }

    private void add(int day) {
        int index = calendar.index(day);
        double fade = sums.days == 0 ? 1 : Math.pow(0.5, (index - sums.index) / HALF_LIFE_DAYS);
        double log = Math.log(Math.max(0.5, history.total(day)));
        double[] at = terms(day);
        sums.index = index;
        sums.days++;
        sums.weight = fade * sums.weight + 1;
        sums.log = fade * sums.log + log;
        for (int k = 0; k < TERMS; k++) {
            sums.terms[k] = fade * sums.terms[k] + at[k];
            sums.logTerms[k] = fade * sums.logTerms[k] + log * at[k];
            double[] products = sums.products[k];
            for (int j = 0; j < TERMS; j++) {
                products[j] = fade * products[j] + at[k] * at[j];
            }
        }
    }

    private Fit fit() {
        double mean = sums.log / sums.weight;
        double[] means = new double[TERMS];
        double[] right = new double[TERMS];
        double[][] normal = new double[TERMS][TERMS];
        for (int k = 0; k < TERMS; k++) {
            means[k] = sums.terms[k] / sums.weight;
            right[k] = sums.logTerms[k] - mean * sums.terms[k];
            for (int j = 0; j < TERMS; j++) {
                normal[k][j] = sums.products[k][j] - means[k] * sums.terms[j];
            }
            normal[k][k] += k < WEEK ? WEEKDAY_PENALTY : CALENDAR_PENALTY;
        }
        return new Fit(mean, means, new Cholesky(normal).solve(right));
    }

    private double[] terms(int day) {
        if (terms[day] == null) {
            double[] at = new double[TERMS];
            at[history.weekday(day)] = 1;
            System.arraycopy(calendar.closedFlags(day), 0, at, WEEK, WorkCalendar.CLOSED_FLAGS);
            System.arraycopy(
                    calendar.monthFlags(day), 0, at, WEEK + WorkCalendar.CLOSED_FLAGS, WorkCalendar.MONTH_FLAGS);
            terms[day] = at;
        }
        return terms[day];
    }
}
