package io.deskpulse.metrics.hotspots.expected;

import io.deskpulse.metrics.hotspots.evidence.Alternatives;
import io.deskpulse.metrics.hotspots.facts.Dimension;

/**
 * How cells differ and how their counts scatter, by reason and dimension: α, ψ, κ, refitted weekly, and the alternatives that go
 * with ψ.
 */
public final class LearnedSpreads {
    final double[][] alpha;
    final double[][] kappa;
    final Dispersion[] dispersions;

    private final double[] psi;
    private final Alternatives[] alternatives;

    /** Spreads that begin with those of other shops. */
    LearnedSpreads(PooledParameters pooled) {
        int reasons = pooled.reasons();
        alpha = new double[reasons][];
        kappa = new double[reasons][];
        psi = new double[reasons];
        alternatives = new Alternatives[reasons];
        dispersions = new Dispersion[reasons];
        for (int reason = 0; reason < reasons; reason++) {
            alpha[reason] = pooled.alpha()[reason].clone();
            kappa[reason] = pooled.kappa()[reason].clone();
            dispersions[reason] = new Dispersion();
            setPsi(reason, pooled.psi()[reason]);
        }
    }

    /** α: the prior's weight, in expected complaints. */
    public double alpha(int reason, Dimension dimension) {
        return alpha[reason][dimension.ordinal()];
    }

    /** κ: relative variance of the rate from day to day. */
    public double kappa(int reason, Dimension dimension) {
        return kappa[reason][dimension.ordinal()];
    }

    /** ψ: variance of a count divided by its mean, from clusters. */
    public double psi(int reason) {
        return psi[reason];
    }

    /** What complaints of a reason are weighed against. */
    public Alternatives alternatives(int reason) {
        return alternatives[reason];
    }

    /**
     * The size of the negative binomial distribution of a count, 1 ÷ ((ψ−1)/m + κ).
     *
     * @param mean m > 0
     */
    public double size(int reason, Dimension dimension, double mean) {
        return 1 / ((psi[reason] - 1) / mean + kappa(reason, dimension));
    }

    void setPsi(int reason, double value) {
        psi[reason] = value;
        alternatives[reason] = new Alternatives(value);
    }

    /** Fits ψ and κ to the days seen. */
    void refitDispersions() {
        for (int reason = 0; reason < dispersions.length; reason++) {
            setPsi(reason, dispersions[reason].psi());
            for (Dimension dimension : Dimension.values()) {
                kappa[reason][dimension.ordinal()] = dispersions[reason].kappa(dimension, psi(reason));
            }
        }
    }
}
