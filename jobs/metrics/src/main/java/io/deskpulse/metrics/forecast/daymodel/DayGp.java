package io.deskpulse.metrics.forecast.daymodel;

import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.forecast.series.WorkCalendar;
import io.deskpulse.metrics.linear.Cholesky;
import java.util.stream.IntStream;

/**
 * GP: day totals by Gaussian-process regression, the form that a state-space filter must agree with.
 *
 * <p>z = log T, prior mean μ, covariance of days d, e: 1 + σ_w²[same weekday] + σ_c² c_d·c_e + σ_p² x_d·x_e + σ_m² exp(-2 sin²(π(φ_d - φ_e))/ℓ²) +
 * σ_l² exp(-|d - e|/τ_l) + σ_s² exp(-|i - j|/τ_s) + σ_n²[d = e]; c closed-day flags, x month flags, φ phase of the month, |d - e| calendar days,
 * |i - j| working days. Forecast: posterior mean k*ᵀ K⁻¹ (z - μ) + μ; variance k** - k*ᵀ K⁻¹ k*.
 *
 * @see "Rasmussen and Williams 2006, equations 2.25 and 2.26"
 */
public final class DayGp {
    private static final int MOST_DAYS = 300;

    private final History history;
    private final WorkCalendar calendar;
    private final Kernel kernel;

    /**
     * Standard deviations of log totals and lengths of the kernel's terms.
     *
     * @param weekday σ_w
     * @param closed σ_c
     * @param position σ_p, flags of the month
     * @param month σ_m, smooth over the month
     * @param smoothness ℓ of the month
     * @param level σ_l
     * @param levelDays τ_l, calendar days
     * @param swing σ_s
     * @param swingDays τ_s, working days
     * @param noise σ_n
     */
    public record Kernel(
            double weekday,
            double closed,
            double position,
            double month,
            double smoothness,
            double level,
            double levelDays,
            double swing,
            double swingDays,
            double noise) {}

    /**
     * The log of a day's total.
     *
     * @param mean of log contacts
     * @param variance of it, the day's own noise included
     */
    public record LogTotal(double mean, double variance) {}

    /** A process over a history's days. */
    public DayGp(History history, WorkCalendar calendar, Kernel kernel) {
        this.history = history;
        this.calendar = calendar;
        this.kernel = kernel;
    }

    /** The forecast of a day from the known days up to the origin, with the prior mean μ. */
    public LogTotal forecast(int origin, int target, double priorMean) {
        int[] days = IntStream.rangeClosed(Math.max(0, origin - MOST_DAYS), origin)
                .filter(history::has)
                .toArray();
        double[][] matrix = new double[days.length][days.length];
        double[] logs = new double[days.length];
        double[] cross = new double[days.length];
        for (int i = 0; i < days.length; i++) {
            logs[i] = Math.log(history.total(days[i])) - priorMean;
            cross[i] = covariance(days[i], target);
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = covariance(days[i], days[j]);
            }
        }
        Cholesky factor = new Cholesky(matrix);
        double[] half = factor.halfSolve(cross);
        double[] halfLogs = factor.halfSolve(logs);
        double mean = priorMean;
        double variance = covariance(target, target);
        for (int i = 0; i < days.length; i++) {
            mean += half[i] * halfLogs[i];
            variance -= half[i] * half[i];
        }
        return new LogTotal(mean, variance);
    }

    private double covariance(int d, int e) {
        double sine = Math.sin(Math.PI * (calendar.monthPhase(d) - calendar.monthPhase(e)));
        double smooth = Math.exp(-2 * sine * sine / square(kernel.smoothness));
        double sum = 1
                + square(kernel.closed) * dot(calendar.closedFlags(d), calendar.closedFlags(e))
                + square(kernel.position) * dot(calendar.monthFlags(d), calendar.monthFlags(e))
                + square(kernel.month) * smooth
                + square(kernel.level) * Math.exp(-Math.abs(d - e) / kernel.levelDays)
                + square(kernel.swing) * Math.exp(-Math.abs(calendar.index(d) - calendar.index(e)) / kernel.swingDays);
        if (history.weekday(d) == history.weekday(e)) {
            sum += square(kernel.weekday);
        }
        return d == e ? sum + square(kernel.noise) : sum;
    }

    private static double square(double x) {
        return x * x;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
