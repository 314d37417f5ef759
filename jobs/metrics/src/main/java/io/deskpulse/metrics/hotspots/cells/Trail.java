package io.deskpulse.metrics.hotspots.cells;

import io.deskpulse.metrics.binary.LongSet;
import io.deskpulse.metrics.hotspots.evidence.Alternatives;
import io.deskpulse.metrics.hotspots.expected.ShopBins;
import io.deskpulse.metrics.hotspots.facts.Dimension;

/**
 * The counted complaints of a cell, latest first, with the units that were expected between them.
 *
 * <p>Units at other instants lie on the line between the complaints around them: what was expected meanwhile is not kept for a
 * million quiet cells.
 */
public final class Trail {
    private static final int LONGEST_RUN = 400;
    private static final double BIN_MILLIS = ShopBins.BIN_MILLIS;

    private final ShopCells shop;

    /**
     * The last complaints of a cell that speak most for a higher rate.
     *
     * @param count how many
     * @param sinceMillis time of the first of them
     * @param first entry of the first of them
     * @param expected complaints expected since then at the null rate
     */
    public record Run(int count, long sinceMillis, int first, double expected) {}

    Trail(ShopCells shop) {
        this.shop = shop;
    }

    /** The last complaint of a cell; -1 when none is kept. */
    public int last(int cell) {
        return kept(shop.cells.lastEntry[cell]);
    }

    /** The complaint of the cell before another one; -1 when none is kept. */
    public int before(int cell, int entry) {
        return kept(shop.log.before(entry, dimension(cell)));
    }

    /** When a complaint was, milliseconds since the epoch. */
    public long time(int entry) {
        return shop.log.time(entry);
    }

    /** Hash of its buyer. */
    public long buyer(int entry) {
        return shop.log.buyer(entry);
    }

    /** Id of its event. */
    public String event(int entry) {
        return shop.log.event(entry);
    }

    /** Whether a complaint was counted in another cell, too. */
    public boolean isIn(int entry, int cell) {
        return shop.log.cell(entry, dimension(cell)) == cell;
    }

    /** How many complaints of a cell were after an instant, seven days ago at most. */
    public int countAfter(int cell, long millis) {
        int count = 0;
        for (int entry = last(cell); entry >= 0 && time(entry) > millis; entry = before(cell, entry)) {
            count++;
        }
        return count;
    }

    /** How many different buyers complained in a cell after an instant, seven days ago at most. */
    public int buyersAfter(int cell, long millis) {
        LongSet buyers = new LongSet();
        for (int entry = last(cell); entry >= 0 && time(entry) > millis; entry = before(cell, entry)) {
            buyers.add(buyer(entry));
        }
        return buyers.size();
    }

    /** Whether a cell had so many complaints after an instant; as many buyers when that is 24 h ago. */
    public boolean hasAfter(int cell, long millis, int wanted) {
        int entry = last(cell);
        for (int count = 1; count < wanted && entry >= 0; count++) {
            entry = before(cell, entry);
        }
        return entry >= 0 && time(entry) > millis;
    }

    /**
     * Complaints expected of a cell at its null rate from an instant until now.
     *
     * @param sinceMillis the instant, seven days ago at most
     * @param nowMillis where the shop's time stands
     */
    public double expectedSince(int cell, long sinceMillis, long nowMillis) {
        double now = shop.units(cell);
        long laterMillis = nowMillis;
        double later = now;
        int dimension = dimension(cell);
        for (int entry = last(cell); entry >= 0; entry = before(cell, entry)) {
            long millis = time(entry);
            double units = shop.log.units(entry, dimension);
            if (millis <= sinceMillis) {
                double part = laterMillis == millis ? 0 : (double) (sinceMillis - millis) / (laterMillis - millis);
                return (now - units - part * (later - units)) * shop.nullRate(cell);
            }
            laterMillis = millis;
            later = units;
        }
        double slope = shop.unitsOfBin(cell) / BIN_MILLIS;
        return (now - later + slope * Math.max(0, laterMillis - sinceMillis)) * shop.nullRate(cell);
    }

    /**
     * The run of a cell that has a complaint: the last m, of at most seven days and 400, whose mixture evidence is largest; the
     * shortest of equals.
     */
    public Run run(int cell, long nowMillis) {
        Alternatives alternatives = shop.alternatives(cell);
        double now = shop.units(cell);
        double rate = shop.nullRate(cell);
        int dimension = dimension(cell);
        Run best = null;
        double most = Double.NEGATIVE_INFINITY;
        int count = 0;
        for (int entry = last(cell);
                entry >= 0 && count < LONGEST_RUN && time(entry) > nowMillis - ComplaintLog.KEPT_MILLIS;
                entry = before(cell, entry)) {
            count++;
            double expected = Math.max(0, now - shop.log.units(entry, dimension)) * rate;
            if (alternatives.evidenceAtMost(count, expected) <= most) {
                continue;
            }
            double evidence = alternatives.evidence(count, expected);
            if (evidence > most) {
                most = evidence;
                best = new Run(count, time(entry), entry, expected);
            }
        }
        return best == null ? new Run(0, nowMillis, ComplaintLog.NONE, 0) : best;
    }

    private int dimension(int cell) {
        Dimension dimension = shop.dimension(cell);
        return dimension.ordinal();
    }

    private int kept(int entry) {
        return entry < shop.log.first() ? ComplaintLog.NONE : entry;
    }
}
