package io.deskpulse.bench.hotspots.looks;

import io.deskpulse.metrics.hotspots.cells.ShopCells;
import io.deskpulse.metrics.hotspots.evidence.UpperTail;

/** Negative binomial tails of the windows with all of our expectation, made once a tick for the methods that use them. */
public final class WindowTails {
    private double[] logs = new double[0];

    /** None yet. */
    public WindowTails() {}

    /** Looks at a tick's cells. */
    public void at(Looks looks) {
        logs = logs.length < looks.size() * Looks.WINDOWS ? new double[2 * looks.size() * Looks.WINDOWS] : logs;
        ShopCells cells = looks.shop();
        for (int i = 0; i < looks.size(); i++) {
            for (int window = 0; window < Looks.WINDOWS; window++) {
                double mean = Math.max(looks.expected(i, window), 1e-12);
                double size = cells.size(looks.cell(i), mean);
                logs[i * Looks.WINDOWS + window] = UpperTail.log(looks.count(i, window), size, mean);
            }
        }
    }

    /** ln P(N >= count) of a window. */
    public double log(int i, int window) {
        return logs[i * Looks.WINDOWS + window];
    }

    /** The smallest of the windows. */
    public double least(int i) {
        return Math.min(log(i, 0), Math.min(log(i, 1), log(i, 2)));
    }
}
