package io.deskpulse.metrics.hotspots.cells;

import io.deskpulse.metrics.hotspots.evidence.Alternatives;
import java.util.Arrays;

/**
 * The cells of a shop as a struct of arrays: a reason and a ring of exposures each, found by an index over both.
 *
 * <p>About 100 bytes a cell. A cell is known by its place, which changes only in {@link #keep}. Not thread-safe.
 */
final class Cells {
    /** It was first seen today: its day is no sample of days. */
    static final int FRESH = 1;
    /** It has an open alarm. */
    static final int OPEN = 2;
    /** It has an open alarm, or one that ended less than 24 h ago: its day must not teach the baseline. */
    static final int OUTBREAK = 4;
    /** It is among the cells touched in this tick. */
    static final int TOUCHED = 8;

    private static final int FIRST_CAPACITY = 64;

    int[] ring = new int[FIRST_CAPACITY];
    byte[] reason = new byte[FIRST_CAPACITY];
    byte[] flags = new byte[FIRST_CAPACITY];
    /** Units since the cell began, at the running bin's begin. */
    double[] units = new double[FIRST_CAPACITY];
    /** The same at its last complaint. */
    double[] unitsAtLast = new double[FIRST_CAPACITY];
    /** Units of the running bin from exposures of the bins before. */
    float[] unitsOfBin = new float[FIRST_CAPACITY];
    /** Decayed sums over closed days: complaints counted, units. */
    float[] counted = new float[FIRST_CAPACITY];

    float[] expected = new float[FIRST_CAPACITY];
    /** Today so far: complaints counted, units up to the running bin's begin. */
    int[] countedToday = new int[FIRST_CAPACITY];

    float[] expectedToday = new float[FIRST_CAPACITY];
    /** The rate that complaints are weighed against. */
    float[] nullRate = new float[FIRST_CAPACITY];
    /** R, {@link Alternatives#COUNT} a cell. */
    float[] evidence = new float[FIRST_CAPACITY * Alternatives.COUNT];
    /** Its last entry of the log. */
    int[] lastEntry = new int[FIRST_CAPACITY];
    /** The day of its last complaint, or of its beginning. */
    int[] lastDay = new int[FIRST_CAPACITY];

    private int size;
    /** Places plus one by reason and ring; 0 where there is none; at most two thirds in use. */
    private int[] index = new int[2 * FIRST_CAPACITY];

    int size() {
        return size;
    }

    /** The place of a cell, or -1. */
    int find(int cellReason, int cellRing) {
        return index[slot(cellReason, cellRing)] - 1;
    }

    /** Adds a cell that was not there. */
    int add(int cellReason, int cellRing, int today) {
        if (size == ring.length) {
            grow(size + Math.max(FIRST_CAPACITY, size >> 2));
        }
        int cell = size++;
        ring[cell] = cellRing;
        reason[cell] = (byte) cellReason;
        flags[cell] = 0;
        units[cell] = 0;
        unitsAtLast[cell] = 0;
        unitsOfBin[cell] = 0;
        counted[cell] = 0;
        expected[cell] = 0;
        countedToday[cell] = 0;
        expectedToday[cell] = 0;
        nullRate[cell] = 1;
        Arrays.fill(evidence, cell * Alternatives.COUNT, (cell + 1) * Alternatives.COUNT, 0);
        lastEntry[cell] = ComplaintLog.NONE;
        lastDay[cell] = today;
        index[slot(cellReason, cellRing)] = size;
        if (3L * size > 2L * index.length) {
            reindex(2 * index.length);
        }
        return cell;
    }

    boolean is(int cell, int flag) {
        return (flags[cell] & flag) != 0;
    }

    void set(int cell, int flag, boolean value) {
        flags[cell] = (byte) (value ? flags[cell] | flag : flags[cell] & ~flag);
    }

    void clearEvidence(int cell) {
        Arrays.fill(evidence, cell * Alternatives.COUNT, (cell + 1) * Alternatives.COUNT, 0);
    }

    /**
     * Drops cells; those that stay keep their order.
     *
     * @param moved by old place the new one, or -1
     * @param movedRings the same of rings
     */
    void keep(int[] moved, int[] movedRings) {
        int kept = 0;
        for (int cell = 0; cell < size; cell++) {
            if (moved[cell] >= 0) {
                kept = moved[cell] + 1;
                move(cell, moved[cell]);
                ring[moved[cell]] = movedRings[ring[moved[cell]]];
            }
        }
        size = kept;
        reindex(index.length);
    }

    private void move(int from, int to) {
        if (from == to) {
            return;
        }
        ring[to] = ring[from];
        reason[to] = reason[from];
        flags[to] = flags[from];
        units[to] = units[from];
        unitsAtLast[to] = unitsAtLast[from];
        unitsOfBin[to] = unitsOfBin[from];
        counted[to] = counted[from];
        expected[to] = expected[from];
        countedToday[to] = countedToday[from];
        expectedToday[to] = expectedToday[from];
        nullRate[to] = nullRate[from];
        System.arraycopy(evidence, from * Alternatives.COUNT, evidence, to * Alternatives.COUNT, Alternatives.COUNT);
        lastEntry[to] = lastEntry[from];
        lastDay[to] = lastDay[from];
    }

    private void grow(int capacity) {
        ring = Arrays.copyOf(ring, capacity);
        reason = Arrays.copyOf(reason, capacity);
        flags = Arrays.copyOf(flags, capacity);
        units = Arrays.copyOf(units, capacity);
        unitsAtLast = Arrays.copyOf(unitsAtLast, capacity);
        unitsOfBin = Arrays.copyOf(unitsOfBin, capacity);
        counted = Arrays.copyOf(counted, capacity);
        expected = Arrays.copyOf(expected, capacity);
        countedToday = Arrays.copyOf(countedToday, capacity);
        expectedToday = Arrays.copyOf(expectedToday, capacity);
        nullRate = Arrays.copyOf(nullRate, capacity);
        evidence = Arrays.copyOf(evidence, capacity * Alternatives.COUNT);
        lastEntry = Arrays.copyOf(lastEntry, capacity);
        lastDay = Arrays.copyOf(lastDay, capacity);
    }

    private void reindex(int slots) {
        index = new int[slots];
        for (int cell = 0; cell < size; cell++) {
            index[slot(reason[cell], ring[cell])] = cell + 1;
        }
    }

    private int slot(int cellReason, int cellRing) {
        int mask = index.length - 1;
        int hash = (cellRing << 5 ^ cellReason) * 0x9E37_79B9;
        int slot = (hash ^ hash >>> 15) & mask;
        while (index[slot] != 0 && !(ring[index[slot] - 1] == cellRing && reason[index[slot] - 1] == cellReason)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
