package io.deskpulse.bench.hotspots.peers;

import io.deskpulse.bench.hotspots.looks.CellCounts;
import io.deskpulse.bench.hotspots.looks.Crossings;
import io.deskpulse.bench.hotspots.looks.Looks;
import io.deskpulse.bench.hotspots.looks.WindowTails;
import java.util.Arrays;

/**
 * Benjamini and Hochberg's procedure over all cells and windows at every tick, on p-values or on e-values (the mixture's likelihood
 * ratio of a window).
 *
 * <p>A cell's values are those of its last complaint until the window has passed: they are kept, not made anew at ticks that do not
 * touch it.
 *
 * @see "Benjamini and Hochberg 1995; Wang and Ramdas 2022, e-BH"
 */
final class FalseDiscovery implements Method {
    private static final int ALL = CellCounts.CELLS * Looks.WINDOWS;

    private final double q;
    /** Null for e-values. */
    private final WindowTails tails;
    /** ln p, or −ln e. */
    private final double[] logs = new double[ALL];

    private final double[] untilHour = new double[ALL];
    private int[] live = new int[256];
    private int liveCount;
    private double[] sorted = new double[256];

    FalseDiscovery(double q, WindowTails tails) {
        this.q = q;
        this.tails = tails;
        Arrays.fill(untilHour, Double.NEGATIVE_INFINITY);
    }

    @Override
    public void tick(Looks looks, Crossings crossings) {
        double least = 0;
        for (int i = 0; i < looks.size(); i++) {
            for (int window = 0; window < Looks.WINDOWS; window++) {
                double log = log(looks, i, window);
                keep(looks.number(i) * Looks.WINDOWS + window, log, looks.hour() + Looks.hours(window));
                least = looks.hasBuyers(i) ? Math.min(least, log) : least;
            }
        }
        double each = Math.log(q / (looks.shop().size() * Looks.WINDOWS));
        // Nobody can be rejected above what all live values together would allow.
        if (least > each + Math.log(Math.max(1, liveCount))) {
            return;
        }
        double limit = limit(looks.hour(), each);
        for (int i = 0; i < looks.size(); i++) {
            if (looks.hasBuyers(i) && smallest(looks.number(i)) <= limit) {
                crossings.cross(looks.number(i), looks.hour());
            }
        }
    }

    private double log(Looks looks, int i, int window) {
        return tails != null
                ? tails.log(i, window)
                : -looks.shop().alternatives(looks.cell(i)).evidence(looks.count(i, window), looks.expected(i, window));
    }

    private void keep(int value, double log, double until) {
        if (untilHour[value] == Double.NEGATIVE_INFINITY) {
            live = liveCount < live.length ? live : Arrays.copyOf(live, 2 * liveCount);
            live[liveCount++] = value;
        }
        logs[value] = log;
        untilHour[value] = until;
    }

    /** The largest value that is rejected; minus infinity when none is. */
    private double limit(double hour, double each) {
        int kept = 0;
        int count = 0;
        sorted = sorted.length < liveCount ? new double[live.length] : sorted;
        for (int i = 0; i < liveCount; i++) {
            int value = live[i];
            if (untilHour[value] < hour) {
                untilHour[value] = Double.NEGATIVE_INFINITY;
            } else {
                live[kept++] = value;
                sorted[count++] = logs[value];
            }
        }
        liveCount = kept;
        Arrays.sort(sorted, 0, count);
        for (int k = count; k > 0; k--) {
            if (sorted[k - 1] <= each + Math.log(k)) {
                return sorted[k - 1];
            }
        }
        return Double.NEGATIVE_INFINITY;
    }

    private double smallest(int number) {
        int at = number * Looks.WINDOWS;
        return Math.min(logs[at], Math.min(logs[at + 1], logs[at + 2]));
    }
}
