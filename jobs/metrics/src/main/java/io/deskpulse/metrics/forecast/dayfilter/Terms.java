package io.deskpulse.metrics.forecast.dayfilter;

import java.util.Arrays;

/**
 * The parts of the state that a day's log total adds up, with their weights.
 *
 * @param states indices, ascending
 * @param weights one a state
 */
record Terms(int[] states, double[] weights) {
    /** The weight of a state, 0 when it has none. */
    double weight(int state) {
        int at = Arrays.binarySearch(states, state);
        return at < 0 ? 0 : weights[at];
    }

    /** Collects terms. */
    static final class Builder {
        private int[] states = new int[16];
        private double[] weights = new double[16];
        private int size;

        void add(int state, double weight) {
            if (weight == 0) {
                return;
            }
            if (size == states.length) {
                states = Arrays.copyOf(states, 2 * size);
                weights = Arrays.copyOf(weights, 2 * size);
            }
            states[size] = state;
            weights[size++] = weight;
        }

        Terms build() {
            Terms terms = new Terms(Arrays.copyOf(states, size), Arrays.copyOf(weights, size));
            for (int i = 1; i < size; i++) {
                int state = terms.states[i];
                double weight = terms.weights[i];
                int at = i;
                for (; at > 0 && terms.states[at - 1] > state; at--) {
                    terms.states[at] = terms.states[at - 1];
                    terms.weights[at] = terms.weights[at - 1];
                }
                terms.states[at] = state;
                terms.weights[at] = weight;
            }
            return terms;
        }
    }
}
