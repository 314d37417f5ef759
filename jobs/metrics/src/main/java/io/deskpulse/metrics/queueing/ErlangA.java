package io.deskpulse.metrics.queueing;

import io.deskpulse.metrics.numbers.Checks;
import io.deskpulse.metrics.numbers.GaussLegendre;
import java.util.function.DoubleUnaryOperator;

/**
 * A team whose contacts leave after an exponential patience (M/M/n+M). Overload is a normal input.
 *
 * <p>μ = 1/β, θ = 1/patience, h(x) = (λ/θ)(1 - exp(-θx)) - nμx, g = exp(h), J = ∫g, J_H = ∫((1 - exp(-θx))/θ)g over x >= 0; E(1) = 1,
 * E(k) = 1 + ((k-1)/A) E(k-1); D = E(n) + λJ. The offered wait has density λg(x)/D. P(wait) = λJ/D; mean wait of all contacts E[W] = λJ_H/D;
 * P(abandon) = θ E[W]; served within t: 1 - P(wait) + ∫ λ g exp(-θx)/D over 0..t; occupancy A (1 - P(abandon)) / n. All of it is scaled by
 * exp(-max h), and g is integrated only where it is above exp(-50) of its peak.
 *
 * @see "Garnett, Mandelbaum and Reiman 2002; Mandelbaum and Zeltyn 2007, section 4"
 */
public final class ErlangA implements QueueModel {
    private static final GaussLegendre RULE = new GaussLegendre(10);
    private static final int PANELS = 24;
    private static final double NEGLIGIBLE = -50;

    /** After so many patiences nobody waits any more, and g falls by 1/(nμ) alone, which may take a thousand times as long. */
    private static final double ALL_LEFT_PATIENCES = 40;

    private final double lambda;
    private final double theta;
    private final double load;
    private final int agents;
    private final double capacity;
    private final double peak;
    private final double from;
    private final double to;
    private final double denominator;
    private final double waiting;
    private final double meanWait;

    /**
     * A team.
     *
     * @param arrivalsPerSecond λ, contacts a second, > 0
     * @param handleSeconds β, mean handle time, seconds, > 0
     * @param patienceSeconds mean patience, seconds, > 0
     * @param agents n, >= 1
     * @throws IllegalArgumentException when a value is outside its range
     */
    public ErlangA(double arrivalsPerSecond, double handleSeconds, double patienceSeconds, int agents) {
        Checks.positive("arrivalsPerSecond", arrivalsPerSecond);
        Checks.positive("handleSeconds", handleSeconds);
        Checks.positive("patienceSeconds", patienceSeconds);
        Checks.positive("agents", agents);
        this.lambda = arrivalsPerSecond;
        this.theta = 1 / patienceSeconds;
        this.load = arrivalsPerSecond * handleSeconds;
        this.agents = agents;
        this.capacity = agents / handleSeconds;
        this.peak = Math.max(0, Math.log(lambda / capacity) / theta);
        this.from = lowerEnd();
        this.to = upperEnd();
        double busyStates = 1;
        for (int k = 2; k <= agents; k++) {
            busyStates = 1 + (k - 1) / load * busyStates;
        }
        double queueing = lambda * integral(x -> 1, from, to);
        this.denominator = busyStates * Math.exp(-exponent(peak)) + queueing;
        this.waiting = queueing / denominator;
        this.meanWait = lambda * integral(x -> -Math.expm1(-theta * x) / theta, from, to) / denominator;
    }

    /** The share that finds all agents busy, 0..1. */
    public double waitProbability() {
        return waiting;
    }

    /** The share that leaves before it is served, 0..1. */
    public double abandonProbability() {
        return Math.min(1, theta * meanWait);
    }

    /** The mean time in queue of all contacts, those that leave included, seconds. */
    public double meanWaitSeconds() {
        return meanWait;
    }

    @Override
    public double serviceLevel(ServiceLevel definition, double targetSeconds) {
        Checks.notNegative("targetSeconds", targetSeconds);
        double within = Math.min(Math.max(targetSeconds, from), to);
        double servedAfterWait = lambda * integral(x -> Math.exp(-theta * x), from, within) / denominator;
        double offeredLater = lambda * integral(x -> 1, within, to) / denominator;
        double leftEarlier = lambda * integral(x -> -Math.expm1(-theta * x), from, within) / denominator;
        double shortAbandoned = leftEarlier + offeredLater * -Math.expm1(-theta * targetSeconds);
        return definition.ratio(1 - waiting + servedAfterWait, shortAbandoned, abandonProbability());
    }

    @Override
    public double occupancy() {
        return Math.min(1, load * (1 - abandonProbability()) / agents);
    }

    private double exponent(double x) {
        return lambda / theta * -Math.expm1(-theta * x) - capacity * x;
    }

    /** ∫ f(x) g(x) exp(-max h), cut at the peak and where all have left, where the panels change their width. */
    private double integral(DoubleUnaryOperator f, double start, double end) {
        double top = exponent(peak);
        DoubleUnaryOperator scaled = x -> f.applyAsDouble(x) * Math.exp(exponent(x) - top);
        double cut = Math.min(Math.max(peak, start), end);
        double tail = Math.min(Math.max(peak + ALL_LEFT_PATIENCES / theta, start), end);
        return RULE.integrate(scaled, start, cut, PANELS)
                + RULE.integrate(scaled, cut, tail, PANELS)
                + RULE.integrate(scaled, tail, end, PANELS);
    }

    private double lowerEnd() {
        double top = exponent(peak);
        if (exponent(0) - top >= NEGLIGIBLE) {
            return 0;
        }
        return crossing(0, peak, true);
    }

    private double upperEnd() {
        double top = exponent(peak);
        double step = 1;
        while (exponent(peak + step) - top > NEGLIGIBLE) {
            step *= 2;
        }
        return crossing(peak, peak + step, false);
    }

    /** Where h falls 50 below its top, by bisection, to a millionth of the stretch: only the panels' place depends on it. */
    private double crossing(double low, double high, boolean rising) {
        double top = exponent(peak);
        double a = low;
        double b = high;
        for (int i = 0; i < 20; i++) {
            double middle = (a + b) / 2;
            boolean inside = exponent(middle) - top > NEGLIGIBLE;
            if (inside == rising) {
                b = middle;
            } else {
                a = middle;
            }
        }
        return rising ? a : b;
    }
}
