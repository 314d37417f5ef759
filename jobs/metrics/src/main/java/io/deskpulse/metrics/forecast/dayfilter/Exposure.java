package io.deskpulse.metrics.forecast.dayfilter;

import io.deskpulse.metrics.forecast.series.History;

/** How much of a day is known where some of its slots are missing: their usual share of the weekday, from the days before. */
final class Exposure {
    private Exposure() {}

    /** The share of each day's usual contacts that its known slots hold, 0..1; 1 where all are known or nothing is usual yet. */
    static double[] of(History history, int lastDay) {
        double[] exposures = new double[lastDay + 1];
        double[][] usual = new double[7][history.slots()];
        for (int day = 0; day <= lastDay; day++) {
            exposures[day] = 1;
            if (history.has(day)) {
                double[] counts = history.day(day);
                double[] sums = usual[history.weekday(day)];
                exposures[day] = share(counts, sums);
                if (exposures[day] > 0) {
                    add(counts, sums);
                }
            }
        }
        return exposures;
    }

    private static double share(double[] counts, double[] sums) {
        double present = 0;
        double all = 0;
        for (int slot = 0; slot < sums.length; slot++) {
            all += sums[slot];
            present += Double.isNaN(counts[slot]) ? 0 : sums[slot];
        }
        return all > 0 ? present / all : 1;
    }

    private static void add(double[] counts, double[] sums) {
        for (int slot = 0; slot < sums.length; slot++) {
            sums[slot] += Double.isNaN(counts[slot]) ? 0 : counts[slot];
        }
    }
}
