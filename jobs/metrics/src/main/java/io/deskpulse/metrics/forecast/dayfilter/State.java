package io.deskpulse.metrics.forecast.dayfilter;

import io.deskpulse.metrics.forecast.events.PhasePriors;

/**
 * Means and covariances of everything a day's log total adds up, as it stands after some day.
 *
 * <p>Only the first {@code active} numbers have ever been touched; the others are still as their priors say, independent of all.
 */
final class State {
    private static final double BASE_VARIANCE = 1;
    private static final double MONTH_SMOOTHNESS = 0.65;
    private static final double WEEKDAY_DRIFT_A_YEAR = 0.2;

    final double[] mean;
    final double[][] covariance;
    private final DayKernel kernel;
    private final double levelCarry;
    private int active;

    State(StateLayout layout, DayKernel kernel, PhasePriors priors, double base) {
        int size = layout.size();
        this.kernel = kernel;
        this.mean = new double[size];
        this.covariance = new double[size][size];
        this.levelCarry = Math.exp(-1 / kernel.levelDays());
        this.active = StateLayout.EVENTS;
        mean[StateLayout.BASE] = base;
        covariance[StateLayout.BASE][StateLayout.BASE] = BASE_VARIANCE;
        variances(StateLayout.WEEKDAYS, StateLayout.CLOSED, kernel.weekday());
        variances(StateLayout.CLOSED, StateLayout.POSITIONS, kernel.closed());
        variances(StateLayout.POSITIONS, StateLayout.HARMONICS, kernel.position());
        variances(StateLayout.LEVEL, StateLayout.SWING, kernel.level());
        variances(StateLayout.SWING, StateLayout.EVENTS, kernel.swing());
        harmonics();
        for (int i = StateLayout.EVENTS; i < size; i++) {
            StateLayout.Effect effect = layout.effects().get(i - StateLayout.EVENTS);
            PhasePriors.Prior prior = priors.of(effect.sort());
            double spread = switch (effect.part()) {
                case SORT -> prior.shopSpread();
                case SERIES -> prior.seriesSpread();
                case OCCURRENCE -> prior.occurrenceSpread();
            };
            mean[i] = effect.part() == StateLayout.Part.SORT ? prior.mean() : 0;
            variances(i, i + 1, spread);
        }
    }

    /** Moves on by a calendar day that is some open days long, 0 or 1. */
    void advance(int openDays) {
        carry(StateLayout.LEVEL, levelCarry, kernel.level());
        if (openDays > 0) {
            carry(StateLayout.SWING, Math.exp(-openDays / kernel.swingDays()), kernel.swing());
        }
        covariance[StateLayout.BASE][StateLayout.BASE] += kernel.walk() * kernel.walk();
        double drift = WEEKDAY_DRIFT_A_YEAR * kernel.weekday();
        for (int i = StateLayout.WEEKDAYS; i < StateLayout.CLOSED; i++) {
            covariance[i][i] += drift * drift / 365;
        }
    }

    /** The log total of a later day, its own noise included. */
    DayBelief belief(Terms terms, int days, int openDays) {
        double level = Math.pow(levelCarry, days);
        double swing = Math.exp(-openDays / kernel.swingDays());
        int[] states = terms.states();
        double[] weights = terms.weights().clone();
        for (int i = 0; i < states.length; i++) {
            if (states[i] == StateLayout.LEVEL) {
                weights[i] *= level;
            } else if (states[i] == StateLayout.SWING) {
                weights[i] *= swing;
            }
        }
        double log = 0;
        double variance = square(kernel.noise())
                + square(kernel.level()) * (1 - level * level)
                + square(kernel.swing()) * (1 - swing * swing)
                + square(kernel.walk()) * days;
        for (int i = 0; i < states.length; i++) {
            log += weights[i] * mean[states[i]];
            double[] row = covariance[states[i]];
            for (int j = 0; j < states.length; j++) {
                variance += weights[i] * weights[j] * row[states[j]];
            }
        }
        return new DayBelief(log, variance);
    }

    /** Covariances of a weighted sum with every number of the state. */
    double[] with(Terms terms) {
        int[] states = terms.states();
        active = Math.max(active, states[states.length - 1] + 1);
        double[] sum = new double[active];
        for (int i = 0; i < states.length; i++) {
            double weight = terms.weights()[i];
            double[] row = covariance[states[i]];
            for (int k = 0; k < active; k++) {
                sum[k] += weight * row[k];
            }
        }
        return sum;
    }

    /** Linear Bayes: the sum's mean moves by {@code gain · variance}, its variance falls by {@code fall · variance²}. */
    void learn(double[] with, double gain, double fall) {
        for (int i = 0; i < with.length; i++) {
            mean[i] += with[i] * gain;
            double[] row = covariance[i];
            double share = with[i] * fall;
            for (int k = 0; k < with.length; k++) {
                row[k] -= share * with[k];
            }
        }
    }

    /** Admits that the base may have jumped. */
    void doubtBase(double jump) {
        covariance[StateLayout.BASE][StateLayout.BASE] += jump * jump;
    }

    private void carry(int state, double share, double spread) {
        mean[state] *= share;
        for (int k = 0; k < active; k++) {
            covariance[state][k] *= share;
            covariance[k][state] *= share;
        }
        covariance[state][state] += spread * spread * (1 - share * share);
    }

    /** The kernel exp(-2 sin²(πΔ)/ℓ²) as a cosine series: weights 2 exp(-a) I_j(a) with a = 1/ℓ². */
    private void harmonics() {
        double a = 1 / square(MONTH_SMOOTHNESS);
        for (int j = 0; j < StateLayout.HARMONIC_PAIRS; j++) {
            double weight = 2 * Math.exp(-a) * bessel(j + 1, a);
            int state = StateLayout.HARMONICS + 2 * j;
            variances(state, state + 2, kernel.month() * Math.sqrt(weight));
        }
    }

    /** The modified Bessel function of the first kind, by its series (Abramowitz and Stegun 1964, 9.6.10). */
    private static double bessel(int order, double x) {
        double term = 1;
        for (int k = 1; k <= order; k++) {
            term *= x / 2 / k;
        }
        double sum = term;
        for (int k = 1; k < 40; k++) {
            term *= x * x / 4 / (k * (double) (k + order));
            sum += term;
        }
        return sum;
    }

    private void variances(int from, int to, double spread) {
        for (int i = from; i < to; i++) {
            covariance[i][i] = spread * spread;
        }
    }

    private static double square(double x) {
        return x * x;
    }
}
