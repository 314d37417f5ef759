package io.deskpulse.metrics.hotspots.evidence;

import io.deskpulse.metrics.numbers.Checks;

/**
 * What a cell's complaints are weighed against: a rate multiplied by 1.5, 2.5, 5, 12 or 40, with equal weights, where complaints come
 * in clusters.
 *
 * <p>For a count process of independent increments with negative binomial counts, variance/mean ψ, the likelihood ratio of θ times
 * the rate against the rate after N complaints of which Λ were expected is exp(s N − c Λ), s = ln(θψ / (1 + θ(ψ−1))), c = ln((1 +
 * θ(ψ−1)) / ψ) / (ψ−1); for ψ = 1 (Poisson) s = ln θ, c = θ − 1. One complaint never weighs more than ln(ψ/(ψ−1)).
 *
 * <p>The detector is the Shiryaev-Roberts statistic R = ∫ exp(s N(u,t] − c Λ(u,t]) dΛ(u), a sum over every possible start of the
 * defect, on the clock of expected complaints: R − Λ is a martingale while nothing has changed, so that E[Λ at the first R >= A] >=
 * A.
 *
 * @see "Shin, Ramdas and Rinaldo 2023, e-detectors (arXiv 2203.03532); docs/decisions/0024-hotspots-on-the-clock-of-complaints.md"
 */
public final class Alternatives {
    /** How many multipliers there are. */
    public static final int COUNT = 5;

    private static final double[] MULTIPLIERS = {1.5, 2.5, 5, 12, 40};
    private static final double POISSON_BELOW = 1e-9;

    private final double[] perComplaint = new double[COUNT];
    private final double[] perExpected = new double[COUNT];
    private final double[] factor = new double[COUNT];

    /**
     * The alternatives for a clustering.
     *
     * @param psi variance of a count divided by its mean, >= 1
     */
    public Alternatives(double psi) {
        double excess = psi - 1;
        Checks.notNegative("psi - 1", excess);
        for (int k = 0; k < COUNT; k++) {
            double theta = MULTIPLIERS[k];
            boolean poisson = excess < POISSON_BELOW;
            factor[k] = poisson ? theta : theta * psi / (1 + theta * excess);
            perComplaint[k] = Math.log(factor[k]);
            perExpected[k] = poisson ? theta - 1 : Math.log1p((theta - 1) * excess / psi) / excess;
        }
    }

    /** s: what one complaint adds to the logarithm of the evidence for the k-th multiplier. */
    public double perComplaint(int k) {
        return perComplaint[k];
    }

    /** c: what one expected complaint takes from it. */
    public double perExpected(int k) {
        return perExpected[k];
    }

    /**
     * ln of the mixture's likelihood ratio, ln(⅕ Σ exp(s n − c Λ)).
     *
     * @param observed n >= 0
     * @param expected Λ >= 0
     */
    public double evidence(double observed, double expected) {
        double top = evidenceAtMost(observed, expected);
        double sum = 0;
        for (int k = 0; k < COUNT; k++) {
            sum += Math.exp(perComplaint[k] * observed - perExpected[k] * expected - top);
        }
        return top + Math.log(sum / COUNT);
    }

    /** What {@link #evidence} cannot exceed, without an exponential: the largest of the five. */
    public double evidenceAtMost(double observed, double expected) {
        double top = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < COUNT; k++) {
            top = Math.max(top, perComplaint[k] * observed - perExpected[k] * expected);
        }
        return top;
    }

    /** R of the k-th multiplier after a time without complaints in which so many were expected: R d + (1 − d)/c, d = exp(−c Λ). */
    public double waited(int k, double r, double expected) {
        double lost = Math.expm1(-perExpected[k] * expected);
        return r + lost * (r - 1 / perExpected[k]);
    }

    /** R of the k-th multiplier after such a time and a complaint at its end. */
    public double complained(int k, double r, double expected) {
        return waited(k, r, expected) * factor[k];
    }

    /**
     * Weighs a complaint.
     *
     * @param r values of R, of which {@link #COUNT} from {@code at} on are this cell's
     * @param expected complaints expected since the one before, >= 0
     * @param cap upper bound of each R, so that evidence fades
     */
    public void complain(float[] r, int at, double expected, double cap) {
        for (int k = 0; k < COUNT; k++) {
            r[at + k] = (float) Math.min(complained(k, r[at + k], expected), cap);
        }
    }

    /** ln of the mean R of a cell so many expected complaints after its last one; minus infinity before there was any evidence. */
    public double score(float[] r, int at, double expected) {
        double sum = 0;
        for (int k = 0; k < COUNT; k++) {
            sum += waited(k, r[at + k], expected);
        }
        return Math.log(sum / COUNT);
    }
}
