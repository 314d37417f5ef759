package io.deskpulse.metrics.queueing;

import io.deskpulse.metrics.numbers.Checks;

/**
 * The modified offered load of one interval: what is at work lags behind what arrives by the handle time, which matters where contacts last as long as
 * intervals.
 *
 * <p>m(next) = L + (m - L) exp(-μT); mean over the interval = L + (m - L)(1 - exp(-μT)) / (μT); L = λ/μ, T = length. The mean goes into Erlang.
 *
 * @param pointwise L, the load if the interval lasted forever, Erlang
 * @param mean load over the interval, Erlang
 * @param end load at its end, Erlang
 * @see "Jennings, Mandelbaum, Massey and Whitt 1996; Massey and Whitt 1994"
 */
public record OfferedLoad(double pointwise, double mean, double end) {
    /**
     * The loads of consecutive intervals of constant arrivals.
     *
     * @param contacts contacts an interval, >= 0
     * @param intervalSeconds length T, seconds, > 0
     * @param handleSeconds mean handle time 1/μ, seconds, > 0
     * @param startLoad load when the first interval begins, Erlang: 0 in the morning, or last night's
     * @return one an interval, in order
     * @throws IllegalArgumentException when a value is outside its range
     */
    public static OfferedLoad[] over(
            double[] contacts, double intervalSeconds, double handleSeconds, double startLoad) {
        Checks.positive("intervalSeconds", intervalSeconds);
        Checks.positive("handleSeconds", handleSeconds);
        Checks.notNegative("startLoad", startLoad);
        double spans = intervalSeconds / handleSeconds;
        OfferedLoad[] loads = new OfferedLoad[contacts.length];
        double load = startLoad;
        for (int i = 0; i < contacts.length; i++) {
            Checks.notNegative("contacts", contacts[i]);
            double pointwise = contacts[i] / intervalSeconds * handleSeconds;
            double above = load - pointwise;
            load = pointwise + above * Math.exp(-spans);
            loads[i] = new OfferedLoad(pointwise, pointwise + above * -Math.expm1(-spans) / spans, load);
        }
        return loads;
    }

    /**
     * The load at one instant under arrivals that swing forever, a check of the above: with ω = 2π/period,
     * (L + b (sin ωt - (ω/μ) cos ωt) / (1 + (ω/μ)²)) / μ for arrivals L + b sin ωt. All times in the same unit.
     *
     * @see "Eick, Massey and Whitt 1993, equation 15"
     */
    public static double sinusoid(double mean, double swing, double period, double handleTime, double time) {
        double omega = 2 * Math.PI / period;
        double lag = omega * handleTime;
        double wave = Math.sin(omega * time) - lag * Math.cos(omega * time);
        return (mean + swing * wave / (1 + lag * lag)) * handleTime;
    }
}
