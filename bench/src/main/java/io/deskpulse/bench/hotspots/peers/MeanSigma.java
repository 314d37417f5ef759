package io.deskpulse.bench.hotspots.peers;

import io.deskpulse.bench.hotspots.looks.CellCounts;
import io.deskpulse.bench.hotspots.looks.Crossings;

/** The count of 24 hours against mean and standard deviation of the last 28 days, every hour: what products sell. */
record MeanSigma(double k, int fromHour) implements Method {
    private static final int LEAST_DAYS = 7;

    @Override
    public void hour(CellCounts counts, Crossings crossings) {
        if (counts.daysKnown() < LEAST_DAYS) {
            return;
        }
        for (int cell = 0; cell < CellCounts.CELLS; cell++) {
            int count = counts.trailing(cell);
            if (count >= 3 && count > counts.meanOfDay(cell) + k * counts.deviationOfDay(cell)) {
                crossings.cross(cell, fromHour + counts.hour() + 1);
            }
        }
    }
}
