package io.deskpulse.metrics.hotspots.cells;

import io.deskpulse.metrics.hotspots.facts.Dimension;

/**
 * Where an alarm opens: ln A of each dimension, A = Λ ÷ (B · share), Λ the counted complaints expected of the dimension today, B the
 * false alarms allowed a shop and day.
 *
 * <p>A is never below 1: a shop that expects next to nothing would ring at anything. Attributes of complaints, whose shares scale Λ,
 * are counted with weights that halve in 30 days.
 */
final class Thresholds {
    private static final double CAP = 1e4;
    private static final double DAY_DECAY = Math.pow(0.5, 1.0 / 30);

    /** Complaints by reason and dimension whose attribute was known, decayed; all of a reason under {@link Dimension#SHOP}. */
    final double[] attributed;

    final double[] logs = new double[Dimension.COUNT];
    double cap = CAP;

    private final double budget;
    private final double[] shares;

    /**
     * Thresholds of a shop.
     *
     * @param budget B, false alarms a day
     * @param shares of the budget by dimension
     */
    Thresholds(int reasons, double budget, double[] shares) {
        this.budget = budget;
        this.shares = shares;
        attributed = new double[reasons * Dimension.COUNT];
        cap = CAP * budget;
    }

    void count(int reason, Dimension dimension) {
        attributed[reason * Dimension.COUNT + dimension.ordinal()]++;
    }

    void decay() {
        for (int i = 0; i < attributed.length; i++) {
            attributed[i] *= DAY_DECAY;
        }
    }

    /** Sets them for a day on which so many complaints of each reason are expected of the whole shop. */
    void set(double[] expectedByReason) {
        double[] expected = new double[Dimension.COUNT];
        double all = 0;
        double used = 0;
        for (int dimension = 0; dimension < Dimension.COUNT; dimension++) {
            for (int reason = 0; reason < expectedByReason.length; reason++) {
                int at = reason * Dimension.COUNT;
                double complaints = attributed[at + Dimension.SHOP.ordinal()];
                if (complaints > 0) {
                    expected[dimension] += expectedByReason[reason] * attributed[at + dimension] / complaints;
                }
            }
            all += expected[dimension];
            used += expected[dimension] > 0 ? shares[dimension] : 0;
        }
        for (int dimension = 0; dimension < Dimension.COUNT; dimension++) {
            double share = used > 0 ? shares[dimension] / used : shares[dimension];
            logs[dimension] = Math.max(0, Math.log(expected[dimension] / (budget * share)));
        }
        cap = CAP * Math.max(all, budget);
    }
}
