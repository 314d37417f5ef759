package io.deskpulse.bench.hotspots.peers;

import io.deskpulse.bench.hotspots.looks.CellCounts;
import io.deskpulse.bench.hotspots.looks.Crossings;
import io.deskpulse.bench.hotspots.looks.Looks;
import io.deskpulse.metrics.hotspots.evidence.UpperTail;

/** Poisson tail of the last 24 hours' count against the mean of 28 days, at every complaint, without exposures. */
record PoissonDay(double p, CellCounts counts) implements Method {
    private static final int LEAST_DAYS = 7;

    @Override
    public void tick(Looks looks, Crossings crossings) {
        if (counts.daysKnown() < LEAST_DAYS) {
            return;
        }
        for (int i = 0; i < looks.size(); i++) {
            if (looks.hasBuyers(i)) {
                double mean = Math.max(counts.meanOfDay(looks.number(i)), .5 / counts.daysKnown());
                int count = looks.count(i, Looks.WINDOWS - 1);
                if (UpperTail.log(count, Double.POSITIVE_INFINITY, mean) < Math.log(p)) {
                    crossings.cross(looks.number(i), looks.hour());
                }
            }
        }
    }
}
