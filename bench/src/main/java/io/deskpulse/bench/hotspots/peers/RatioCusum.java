package io.deskpulse.bench.hotspots.peers;

import io.deskpulse.bench.hotspots.looks.CellCounts;
import io.deskpulse.bench.hotspots.looks.Crossings;
import io.deskpulse.bench.hotspots.looks.Looks;
import io.deskpulse.metrics.hotspots.ShopHotspots;
import io.deskpulse.metrics.hotspots.cells.ShopCells;
import io.deskpulse.metrics.hotspots.cells.Trail;
import io.deskpulse.metrics.hotspots.evidence.Alternatives;

/** CUSUM of our five likelihood ratios, each begun anew when it falls below 1; the largest counts. @see "Page 1954" */
final class RatioCusum implements Method {
    private final double budget;
    private final double[] logs = new double[CellCounts.CELLS * Alternatives.COUNT];
    private final double[] unitsAtLast = new double[CellCounts.CELLS];

    RatioCusum(double budget) {
        this.budget = budget;
    }

    @Override
    public void tick(Looks looks, Crossings crossings) {
        ShopCells cells = looks.shop();
        for (int i = 0; i < looks.size(); i++) {
            int cell = looks.cell(i);
            int number = looks.number(i);
            double units = cells.units(cell);
            double expected = Math.max(0, units - unitsAtLast[number]) * cells.nullRate(cell);
            unitsAtLast[number] = units;
            int count = newOnes(looks, i);
            double most = 0;
            for (int k = 0; k < Alternatives.COUNT; k++) {
                Alternatives alternatives = cells.alternatives(cell);
                int at = number * Alternatives.COUNT + k;
                double rest = Math.max(0, logs[at] - alternatives.perExpected(k) * expected);
                logs[at] = rest + count * alternatives.perComplaint(k);
                most = Math.max(most, logs[at]);
            }
            if (looks.hasBuyers(i) && most >= looks.threshold(i, budget)) {
                crossings.cross(number, looks.hour());
            }
        }
    }

    private static int newOnes(Looks looks, int i) {
        Trail trail = looks.shop().trail();
        return trail.countAfter(looks.cell(i), looks.nowMillis() - ShopHotspots.TICK_MILLIS - 1);
    }
}
