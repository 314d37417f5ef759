package io.deskpulse.metrics.hotspots.cells;

import io.deskpulse.metrics.hotspots.facts.Dimension;
import java.util.Arrays;

/**
 * The counted complaints of a shop's last seven days, each in up to five cells, chained backward by cell and by buyer.
 *
 * <p>An entry has a number that counts on for ever; {@link #first} is the oldest kept. About 100 bytes an entry and its event's id.
 * Not thread-safe.
 */
final class ComplaintLog {
    /** No entry, no cell. */
    static final int NONE = -1;

    /** How long a buyer counts once in a cell. */
    static final long BUYER_WINDOW_MILLIS = 24 * 3_600_000L;

    /** How long entries are kept. */
    static final long KEPT_MILLIS = 7 * BUYER_WINDOW_MILLIS;

    private static final int FIRST_CAPACITY = 64;
    private static final int WAYS = Dimension.COUNT;

    private int first;
    private int next;
    private long[] times = new long[FIRST_CAPACITY];
    private long[] buyers = new long[FIRST_CAPACITY];
    private String[] events = new String[FIRST_CAPACITY];
    private int[] beforeOfBuyer = new int[FIRST_CAPACITY];
    private int[] cells = new int[WAYS * FIRST_CAPACITY];
    private int[] before = new int[WAYS * FIRST_CAPACITY];
    private double[] units = new double[WAYS * FIRST_CAPACITY];
    /** The last entry of each buyer, plus one; 0 where there is none. Buyers are hashes already. At most half in use. */
    private int[] lastOfBuyer = new int[2 * FIRST_CAPACITY];

    private int buyersKnown;

    /** The oldest entry kept. */
    int first() {
        return first;
    }

    /** The entry after the last. */
    int next() {
        return next;
    }

    long time(int entry) {
        return times[entry & times.length - 1];
    }

    long buyer(int entry) {
        return buyers[entry & times.length - 1];
    }

    String event(int entry) {
        return events[entry & times.length - 1];
    }

    /** Its cell in a dimension; {@link #NONE} when it was not counted in one. */
    int cell(int entry, int dimension) {
        return cells[at(entry, dimension)];
    }

    /** The entry before it in that cell; older than {@link #first} or {@link #NONE} when it is not kept. */
    int before(int entry, int dimension) {
        return before[at(entry, dimension)];
    }

    /** Where that cell's running sum of units stood. */
    double units(int entry, int dimension) {
        return units[at(entry, dimension)];
    }

    /** Whether a buyer was counted in a cell in the 24 hours before an instant. */
    boolean isCounted(long buyer, int cell, int dimension, long millis) {
        int entry = lastOfBuyer[place(buyer)] - 1;
        while (entry >= first && time(entry) > millis - BUYER_WINDOW_MILLIS) {
            if (cell(entry, dimension) == cell) {
                return true;
            }
            entry = beforeOfBuyer[entry & times.length - 1];
        }
        return false;
    }

    /** Appends a complaint that is in no cell yet. */
    int append(long millis, long buyer, String event) {
        if (next - first == times.length) {
            grow();
        }
        int slot = next & times.length - 1;
        times[slot] = millis;
        buyers[slot] = buyer;
        events[slot] = event;
        Arrays.fill(cells, slot * WAYS, (slot + 1) * WAYS, NONE);
        beforeOfBuyer[slot] = remember(buyer, next);
        return next++;
    }

    /** Puts an entry into a cell. */
    void put(int entry, int dimension, int cell, int entryBefore, double unitsThen) {
        int at = at(entry, dimension);
        cells[at] = cell;
        before[at] = entryBefore;
        units[at] = unitsThen;
    }

    /** Forgets entries of seven days ago. */
    void forget(long nowMillis) {
        while (first < next && time(first) <= nowMillis - KEPT_MILLIS) {
            events[first & times.length - 1] = null;
            first++;
        }
        int recent = next;
        while (recent > first && time(recent - 1) > nowMillis - BUYER_WINDOW_MILLIS) {
            recent--;
        }
        reindex(recent);
    }

    /** Tells new numbers of cells by old ones. */
    void renumber(int[] moved) {
        for (int entry = first; entry < next; entry++) {
            for (int dimension = 0; dimension < WAYS; dimension++) {
                int at = at(entry, dimension);
                cells[at] = cells[at] == NONE ? NONE : moved[cells[at]];
            }
        }
    }

    /** Begins with entries that were kept elsewhere. */
    void restore(int firstEntry) {
        first = firstEntry;
        next = firstEntry;
    }

    private int at(int entry, int dimension) {
        return (entry & times.length - 1) * WAYS + dimension;
    }

    private void grow() {
        int length = times.length;
        long[] oldTimes = times;
        long[] oldBuyers = buyers;
        String[] oldEvents = events;
        int[] oldBeforeOfBuyer = beforeOfBuyer;
        int[] oldCells = cells;
        int[] oldBefore = before;
        double[] oldUnits = units;
        times = new long[2 * length];
        buyers = new long[2 * length];
        events = new String[2 * length];
        beforeOfBuyer = new int[2 * length];
        cells = new int[2 * length * WAYS];
        before = new int[2 * length * WAYS];
        units = new double[2 * length * WAYS];
        for (int entry = first; entry < next; entry++) {
            int from = entry & length - 1;
            int to = entry & 2 * length - 1;
            times[to] = oldTimes[from];
            buyers[to] = oldBuyers[from];
            events[to] = oldEvents[from];
            beforeOfBuyer[to] = oldBeforeOfBuyer[from];
            System.arraycopy(oldCells, from * WAYS, cells, to * WAYS, WAYS);
            System.arraycopy(oldBefore, from * WAYS, before, to * WAYS, WAYS);
            System.arraycopy(oldUnits, from * WAYS, units, to * WAYS, WAYS);
        }
    }

    /** Makes an entry the buyer's last; the one before, or {@link #NONE}. */
    private int remember(long buyer, int entry) {
        int place = place(buyer);
        int last = lastOfBuyer[place] - 1;
        lastOfBuyer[place] = entry + 1;
        if (last == NONE && 2 * ++buyersKnown > lastOfBuyer.length) {
            reindexAll(2 * lastOfBuyer.length);
        }
        return last;
    }

    private void reindexAll(int places) {
        int[] old = lastOfBuyer;
        lastOfBuyer = new int[places];
        for (int last : old) {
            if (last != 0) {
                // The entry of the moment is in the index before it is in the log.
                lastOfBuyer[place(buyer(last - 1))] = last;
            }
        }
    }

    /** Knows the buyers of the entries from one on, and no others. */
    private void reindex(int recent) {
        Arrays.fill(lastOfBuyer, 0);
        buyersKnown = 0;
        for (int entry = recent; entry < next; entry++) {
            remember(buyer(entry), entry);
        }
    }

    private int place(long buyer) {
        int mask = lastOfBuyer.length - 1;
        int place = (int) (buyer ^ buyer >>> 32) & mask;
        while (lastOfBuyer[place] != 0 && buyer(lastOfBuyer[place] - 1) != buyer) {
            place = place + 1 & mask;
        }
        return place;
    }
}
