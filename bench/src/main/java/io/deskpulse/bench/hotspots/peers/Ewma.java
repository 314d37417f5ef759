package io.deskpulse.bench.hotspots.peers;

import io.deskpulse.bench.hotspots.looks.CellCounts;
import io.deskpulse.bench.hotspots.looks.Crossings;

/** Exponentially weighted moving average of hourly counts with Poisson limits. @see "Borror, Champ and Rigdon 1998" */
final class Ewma implements Method {
    private static final double WEIGHT = .2;
    private static final double SCALE = Math.sqrt(WEIGHT / (2 - WEIGHT));
    private static final int LEAST_DAYS = 7;

    private final double limit;
    private final int fromHour;
    private final double[] averages = new double[CellCounts.CELLS];

    Ewma(double limit, int fromHour) {
        this.limit = limit;
        this.fromHour = fromHour;
    }

    @Override
    public void hour(CellCounts counts, Crossings crossings) {
        for (int cell = 0; cell < CellCounts.CELLS; cell++) {
            averages[cell] = WEIGHT * counts.lastHour(cell) + (1 - WEIGHT) * averages[cell];
            if (counts.trailing(cell) >= 3 && counts.daysKnown() >= LEAST_DAYS) {
                double mean = counts.meanOfDay(cell) / 24;
                if (averages[cell] > mean + limit * SCALE * Math.sqrt(mean)) {
                    crossings.cross(cell, fromHour + counts.hour() + 1);
                }
            }
        }
    }
}
