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
            Integer[] order = new Integer[size];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (a, b) -> Integer.compare(states[a], states[b]));
            Terms terms = new Terms(new int[size], new double[size]);
            for (int i = 0; i < size; i++) {
                terms.states[i] = states[order[i]];
                terms.weights[i] = weights[order[i]];
            }
            return terms;
        }
    }
}
