package io.deskpulse.metrics.forecast.daymodel;

import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.forecast.series.WorkCalendar;
import io.deskpulse.metrics.linear.Cholesky;
import io.deskpulse.metrics.linear.Svd;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * SV: days as points in the space of a few factors.
 *
 * <p>Z = √(y + ¼) of the last 100 days = Σ b V by singular value decomposition with 4 factors; each score b(i) = a(weekday) + c b(i-1) by least squares,
 * iterated over open days to the target; forecast (Σ b V)² - ¼.
 *
 * @see "Shen and Huang 2008, Annals of Applied Statistics 2(2)"
 */
public final class FactorModel implements SlotModel {
    private static final int MOST_DAYS = 100;
    private static final int LEAST_DAYS = 20;
    private static final int FACTORS = 4;
    private static final int WEEK = 7;

    private final History history;
    private final WorkCalendar calendar;
    private final Map<Integer, Fit> fits = new HashMap<>();

    /** What the days up to an origin say: factors, last scores, and how scores go on. */
    private record Fit(double[][] factors, double[] scores, double[][] weekdayTerms, double[] carry) {}

    /** A model of a history; a fit is kept for the leads that share its origin. */
    public FactorModel(History history, WorkCalendar calendar) {
        this.history = history;
        this.calendar = calendar;
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
                    scores[i] = fit.weekdayTerms[i][history.weekday(day)] + fit.carry[i] * scores[i];
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
        int[] days = new int[MOST_DAYS];
        int count = 0;
        for (int day = last; day >= 0 && count < MOST_DAYS; day--) {
            if (history.has(day)) {
                days[MOST_DAYS - ++count] = day;
            }
        }
        if (count < LEAST_DAYS) {
            return new Fit(new double[0][], null, null, null);
        }
        int[] used = Arrays.copyOfRange(days, MOST_DAYS - count, MOST_DAYS);
        double[][] roots = new double[count][history.slots()];
        for (int i = 0; i < count; i++) {
            double[] counts = history.day(used[i]);
            for (int slot = 0; slot < history.slots(); slot++) {
                roots[i][slot] = Math.sqrt((Double.isNaN(counts[slot]) ? 0 : counts[slot]) + 0.25);
            }
        }
        double[][] factors = factors(roots);
        double[] scores = new double[factors.length];
        double[][] weekdayTerms = new double[factors.length][];
        double[] carry = new double[factors.length];
        for (int i = 0; i < factors.length; i++) {
            double[] series = new double[count];
            for (int d = 0; d < count; d++) {
                series[d] = dot(roots[d], factors[i]);
            }
            double[] terms = autoregression(series, used);
            weekdayTerms[i] = Arrays.copyOf(terms, WEEK);
            carry[i] = terms[WEEK];
            scores[i] = series[count - 1];
        }
        return new Fit(factors, scores, weekdayTerms, carry);
    }

    /** Unit vectors in the space of slots: of the shorter side's decomposition, since rotations cost its square. */
    private static double[][] factors(double[][] roots) {
        int slots = roots[0].length;
        int count = Math.min(FACTORS, Math.min(roots.length, slots));
        double[][] factors = new double[count][];
        if (roots.length <= slots) {
            Svd svd = new Svd(roots);
            for (int i = 0; i < count; i++) {
                factors[i] = svd.right(i);
            }
            return factors;
        }
        double[][] turned = new double[slots][roots.length];
        for (int d = 0; d < roots.length; d++) {
            for (int slot = 0; slot < slots; slot++) {
                turned[slot][d] = roots[d][slot];
            }
        }
        Svd svd = new Svd(turned);
        for (int i = 0; i < count; i++) {
            double[] left = svd.right(i);
            factors[i] = new double[slots];
            double length = Math.max(svd.values()[i], 1e-12);
            for (int slot = 0; slot < slots; slot++) {
                factors[i][slot] = dot(turned[slot], left) / length;
            }
        }
        return factors;
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

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
