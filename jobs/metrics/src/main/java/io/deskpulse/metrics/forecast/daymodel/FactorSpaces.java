package io.deskpulse.metrics.forecast.daymodel;

import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.linear.Subspace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The factors of a history's days as they stand once a week, each found from those of the week before and the days up to its own. */
final class FactorSpaces {
    private static final int FACTORS = 4;
    private static final int WEEK = 7;
    private static final int FIRST_ROUNDS = 30;
    private static final int NEXT_ROUNDS = 3;

    private final History history;
    private final double[][] roots;
    private final double[][] products;
    private final Deque<Integer> window = new ArrayDeque<>();
    private final List<Space> spaces = new ArrayList<>();
    private Subspace subspace;

    /**
     * Factors and the scores of days in them.
     *
     * @param factors unit vectors by slot
     * @param scores by day, null until asked for
     */
    record Space(double[][] factors, double[][] scores) {}

    FactorSpaces(History history) {
        this.history = history;
        this.roots = new double[history.days()][];
        this.products = new double[history.slots()][history.slots()];
    }

    /** The factors of the last whole week up to a day; null before enough days are known. */
    Space at(int day) {
        int week = day / WEEK;
        while (spaces.size() <= week) {
            spaces.add(next(spaces.size()));
        }
        return spaces.get(week);
    }

    /** The scores of a known day. */
    double[] scores(Space space, int day) {
        double[] scores = space.scores[day];
        if (scores == null) {
            scores = new double[space.factors.length];
            for (int i = 0; i < scores.length; i++) {
                double[] factor = space.factors[i];
                for (int slot = 0; slot < factor.length; slot++) {
                    scores[i] += roots(day)[slot] * factor[slot];
                }
            }
            space.scores[day] = scores;
        }
        return scores;
    }

    /** Takes in the days up to the first of a week, and lets the oldest go. */
    private Space next(int week) {
        for (int day = Math.max(0, (week - 1) * WEEK + 1); day <= week * WEEK; day++) {
            if (history.has(day)) {
                window.addLast(day);
                add(roots(day), 1);
            }
            if (window.size() > FactorModel.MOST_DAYS) {
                add(roots(window.removeFirst()), -1);
            }
        }
        if (window.size() < FactorModel.LEAST_DAYS) {
            return null;
        }
        int rounds = subspace == null ? FIRST_ROUNDS : NEXT_ROUNDS;
        subspace = subspace == null ? Subspace.of(history.slots(), 2 * FACTORS) : subspace;
        subspace = subspace.towards(products, rounds);
        return new Space(subspace.largest(Math.min(FACTORS, history.slots())), new double[history.days()][]);
    }

    private void add(double[] row, double weight) {
        for (int i = 0; i < row.length; i++) {
            double[] product = products[i];
            double weighted = weight * row[i];
            for (int k = 0; k < row.length; k++) {
                product[k] += weighted * row[k];
            }
        }
    }

    private double[] roots(int day) {
        if (roots[day] == null) {
            double[] counts = history.day(day);
            double[] root = new double[counts.length];
            for (int slot = 0; slot < root.length; slot++) {
                root[slot] = Math.sqrt((Double.isNaN(counts[slot]) ? 0 : counts[slot]) + 0.25);
            }
            roots[day] = root;
        }
        return roots[day];
    }
}
