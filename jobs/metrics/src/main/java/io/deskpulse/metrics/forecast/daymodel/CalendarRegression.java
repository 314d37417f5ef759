package io.deskpulse.metrics.forecast.daymodel;

import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.forecast.series.WorkCalendar;
import io.deskpulse.metrics.forecast.shape.WeekdayProfile;
import io.deskpulse.metrics.linear.Cholesky;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

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
    private static final int OLDEST_DAYS = 400;
    private static final int LEAST_DAYS = 10;
    private static final double CALENDAR_PENALTY = 0.5;
    private static final double WEEKDAY_PENALTY = 0.01;
    private static final int WEEK = 7;
    private static final int TERMS = WEEK + WorkCalendar.CLOSED_FLAGS + WorkCalendar.MONTH_FLAGS;

    private final History history;
    private final WorkCalendar calendar;
    private final double[][] terms;
    private final Map<Integer, Fit> fits = new HashMap<>();

    private record Fit(double mean, double[] means, double[] slopes) {}

    /** A model of a history; a fit is kept for the leads that share its origin. */
    public CalendarRegression(History history, WorkCalendar calendar) {
        this.history = history;
        this.calendar = calendar;
        this.terms = new double[history.days()][];
    }

    @Override
    public double[] forecast(int origin, int target) {
        double total = total(origin, target);
        double[] profile = WeekdayProfile.of(history, origin, history.weekday(target), 8, 0.9);
        if (Double.isNaN(total) || profile == null) {
            return null;
        }
        return Arrays.stream(profile).map(share -> total * share).toArray();
    }

    /** The total of a day; NaN when fewer than ten days are known. */
    public double total(int origin, int target) {
        int last = history.lastKnown(origin);
        if (last < 0) {
            return Double.NaN;
        }
        Fit fit = fits.computeIfAbsent(last, this::fit);
        if (Double.isNaN(fit.mean)) {
            return Double.NaN;
        }
        double[] at = terms(target);
        double log = fit.mean;
        for (int k = 0; k < TERMS; k++) {
            log += fit.slopes[k] * (at[k] - fit.means[k]);
        }
        return Math.exp(log);
    }

    private Fit fit(int last) {
        double[] means = new double[TERMS];
        double mean = 0;
        double weights = 0;
        int days = 0;
        for (int day = Math.max(0, last - OLDEST_DAYS); day <= last; day++) {
            if (history.has(day)) {
                double weight = weight(day, last);
                weights += weight;
                mean += weight * log(day);
                add(means, weight, known(day));
                days++;
            }
        }
        if (days < LEAST_DAYS) {
            return new Fit(Double.NaN, means, means);
        }
        mean /= weights;
        for (int k = 0; k < TERMS; k++) {
            means[k] /= weights;
        }
        return new Fit(mean, means, slopes(last, mean, means));
    }

    private double[] slopes(int last, double mean, double[] means) {
        double[][] normal = new double[TERMS][TERMS];
        double[] right = new double[TERMS];
        double[] centred = new double[TERMS];
        for (int day = Math.max(0, last - OLDEST_DAYS); day <= last; day++) {
            if (history.has(day)) {
                double weight = weight(day, last);
                double[] at = known(day);
                for (int k = 0; k < TERMS; k++) {
                    centred[k] = at[k] - means[k];
                }
                add(right, weight * (log(day) - mean), centred);
                for (int k = 0; k < TERMS; k++) {
                    add(normal[k], weight * centred[k], centred);
                }
            }
        }
        for (int k = 0; k < TERMS; k++) {
            normal[k][k] += k < WEEK ? WEEKDAY_PENALTY : CALENDAR_PENALTY;
        }
        return new Cholesky(normal).solve(right);
    }

    private double weight(int day, int last) {
        return Math.pow(0.5, (calendar.index(last) - calendar.index(day)) / HALF_LIFE_DAYS);
    }

    private double log(int day) {
        return Math.log(Math.max(0.5, history.total(day)));
    }

    private double[] known(int day) {
        if (terms[day] == null) {
            terms[day] = terms(day);
        }
        return terms[day];
    }

    private double[] terms(int day) {
        double[] at = new double[TERMS];
        at[history.weekday(day)] = 1;
        System.arraycopy(calendar.closedFlags(day), 0, at, WEEK, WorkCalendar.CLOSED_FLAGS);
        System.arraycopy(calendar.monthFlags(day), 0, at, WEEK + WorkCalendar.CLOSED_FLAGS, WorkCalendar.MONTH_FLAGS);
        return at;
    }

    private static void add(double[] to, double weight, double[] terms) {
        for (int k = 0; k < to.length; k++) {
            to[k] += weight * terms[k];
        }
    }
}
