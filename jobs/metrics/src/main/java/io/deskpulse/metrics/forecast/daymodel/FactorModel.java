package io.deskpulse.metrics.forecast.daymodel;

import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.forecast.series.WorkCalendar;
import io.deskpulse.metrics.linear.Cholesky;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * SV: days as points in the space of a few factors.
 *
 * <p>Z = √(y + ¼) of the last 100 days = Σ b V by singular value decomposition with 4 factors; each score b(i) = a(weekday) + c b(i-1) by least squares,
 * iterated over open days to the target; forecast (Σ b V)² - ¼. The factors, which move slowly, are found anew once a week; scores go on every day, and
 * never beyond three times the largest one seen: after a jump c may be above 1.
 *
 * @see "Shen and Huang 2008, Annals of Applied Statistics 2(2)"
 */
public final class FactorModel implements SlotModel {
    static final int MOST_DAYS = 100;
    static final int LEAST_DAYS = 20;

    private static final int WEEK = 7;
    private static final double FARTHEST = 3;

    private final History history;
    private final WorkCalendar calendar;
    private final FactorSpaces spaces;
    private final Map<Integer, Fit> fits = new HashMap<>();

    /** What the days up to an origin say: factors, last scores, and how scores go on. */
    private record Fit(double[][] factors, double[] scores, double[][] weekdayTerms, double[] carry, double[] limits) {}

    /** A model of a history; a fit is kept for the leads that share its origin. */
    public FactorModel(History history, WorkCalendar calendar) {
        this.history = history;
        this.calendar = calendar;
        this.spaces = new FactorSpaces(history);
    }

    @Override
    public double[] forecast(int origin, int target) {
        int last = history.lastKnown(origin);
        Fit fit = fits.computeIfAbsent(last, this::fit);
        if (fit.factors.length == 0) {
            return null;
        }
        double[] scores = fit.scores.clone();
        for (int day = last + 1; day <= target; day++) {
            if (calendar.open(day) || day == target) {
                for (int i = 0; i < scores.length; i++) {
                    double next = fit.weekdayTerms[i][history.weekday(day)] + fit.carry[i] * scores[i];
                    scores[i] = Math.max(-fit.limits[i], Math.min(fit.limits[i], next));
                }
            }
        }
        double[] forecast = new double[history.slots()];
        for (int slot = 0; slot < forecast.length; slot++) {
            double root = 0;
            for (int i = 0; i < scores.length; i++) {
                root += scores[i] * fit.factors[i][slot];
            }
            forecast[slot] = Math.max(0, root * root - 0.25);
        }
        return forecast;
    }

    private Fit fit(int last) {
        FactorSpaces.Space space = last < 0 ? null : spaces.at(last);
        if (space == null) {
            return new Fit(new double[0][], null, null, null, null);
        }
        int[] days = new int[MOST_DAYS];
        int count = 0;
        for (int day = last; day >= 0 && count < MOST_DAYS; day--) {
            if (history.has(day)) {
                days[MOST_DAYS - ++count] = day;
            }
        }
        int[] used = Arrays.copyOfRange(days, MOST_DAYS - count, MOST_DAYS);
        double[][] factors = space.factors();
        double[] scores = new double[factors.length];
        double[][] weekdayTerms = new double[factors.length][];
        double[] carry = new double[factors.length];
        double[] limits = new double[factors.length];
        for (int i = 0; i < factors.length; i++) {
            double[] series = new double[count];
            for (int d = 0; d < count; d++) {
                series[d] = spaces.scores(space, used[d])[i];
                limits[i] = Math.max(limits[i], FARTHEST * Math.abs(series[d]));
            }
            double[] terms = autoregression(series, used);
            weekdayTerms[i] = Arrays.copyOf(terms, WEEK);
            carry[i] = terms[WEEK];
            scores[i] = series[count - 1];
        }
        return new Fit(factors, scores, weekdayTerms, carry, limits);
    }

    /** a(0..6) and c by least squares, with a trace of a ridge where a weekday never came. */
    private double[] autoregression(double[] series, int[] days) {
        double[][] normal = new double[WEEK + 1][WEEK + 1];
        double[] right = new double[WEEK + 1];
        for (int i = 1; i < series.length; i++) {
            int weekday = history.weekday(days[i]);
            double before = series[i - 1];
            normal[weekday][weekday]++;
            normal[WEEK][weekday] += before;
            normal[WEEK][WEEK] += before * before;
            right[weekday] += series[i];
            right[WEEK] += before * series[i];
        }
        for (int k = 0; k <= WEEK; k++) {
            normal[k][k] += 1e-6 * (1 + normal[k][k]);
        }
        return new Cholesky(normal).solve(right);
    }
}
