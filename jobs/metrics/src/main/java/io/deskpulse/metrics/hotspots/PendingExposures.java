package io.deskpulse.metrics.hotspots;

import io.deskpulse.metrics.hotspots.expected.Rings;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.Exposure;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Exposures of ticks that are not decided yet, in any order: a struct of arrays, as there are a hundred for each complaint.
 *
 * <p>Adding exposures commutes, so that only their times need an order, and values that nobody knew need one for the places of their rings.
 */
final class PendingExposures {
    private static final int FIRST_CAPACITY = 64;
    private static final int NO_RING = -1;

    private long[] times = new long[FIRST_CAPACITY];
    private int[] counts = new int[FIRST_CAPACITY];
    private byte[] kinds = new byte[FIRST_CAPACITY];
    private String[] values = new String[FIRST_CAPACITY];
    private int size;

    /** Places in the order of times, and the rings of those of the tick. */
    private long[] order = new long[0];

    private int ordered;
    private int taken;
    private int[] rings = new int[FIRST_CAPACITY];

    int size() {
        return size;
    }

    Exposure get(int i) {
        return new Exposure(times[i], type(i), dimension(i), values[i], counts[i]);
    }

    void add(Exposure exposure) {
        add(exposure.timeMillis(), exposure.type(), exposure.dimension(), exposure.value(), exposure.count());
    }

    void add(long timeMillis, ExposureType type, Dimension dimension, String value, int count) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
            kinds = Arrays.copyOf(kinds, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        times[size] = timeMillis;
        counts[size] = count;
        kinds[size] = (byte) (type.ordinal() * Dimension.COUNT + dimension.ordinal());
        values[size] = value;
        size++;
    }

    /** Places of all, in an order that does not depend on that of adding. */
    int[] sorted() {
        Integer[] places = new Integer[size];
        Arrays.setAll(places, i -> i);
        Arrays.sort(
                places,
                Comparator.<Integer>comparingLong(i -> times[i])
                        .thenComparing(i -> kinds[i])
                        .thenComparing(i -> values[i])
                        .thenComparing(i -> counts[i]));
        return Arrays.stream(places).mapToInt(i -> i).toArray();
    }

    /** Orders what is before an instant, to be taken tick by tick. */
    void orderUntil(long endMillis) {
        long base = earliest();
        order = order.length < size ? new long[times.length] : order;
        ordered = 0;
        taken = 0;
        for (int i = 0; i < size; i++) {
            if (times[i] < endMillis) {
                order[ordered++] = times[i] - base << Integer.SIZE | i;
            }
        }
        Arrays.sort(order, 0, ordered);
    }

    /** The time of the earliest, or the largest of all times without any. */
    long earliest() {
        long earliest = Long.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            earliest = Math.min(earliest, times[i]);
        }
        return earliest;
    }

    /** The time of the latest, or the smallest of all times without any. */
    long latest() {
        long latest = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            latest = Math.max(latest, times[i]);
        }
        return latest;
    }

    /** The time of the next in order, or the largest of all times. */
    long nextTime() {
        return taken < ordered ? times[(int) order[taken]] : Long.MAX_VALUE;
    }

    int nextCount() {
        return counts[(int) order[taken]];
    }

    /** The ring of the next in order, which {@link #findRings} has found. */
    int nextRing() {
        return rings[taken];
    }

    void take() {
        taken++;
    }

    /** Finds the rings of a tick's exposures; new ones in an order of their own, before any is counted. */
    void findRings(long endMillis, Rings known) {
        rings = rings.length < ordered ? new int[order.length] : rings;
        boolean missing = false;
        for (int at = taken; at < ordered && times[(int) order[at]] < endMillis; at++) {
            int i = (int) order[at];
            rings[at] = known.find(type(i), dimension(i), values[i]);
            missing |= rings[at] == NO_RING;
        }
        if (missing) {
            addRings(endMillis, known);
        }
    }

    /** Forgets what was taken. */
    void dropTaken() {
        if (taken == 0) {
            return;
        }
        for (int at = 0; at < taken; at++) {
            counts[(int) order[at]] = 0;
        }
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (counts[i] != 0) {
                times[kept] = times[i];
                counts[kept] = counts[i];
                kinds[kept] = kinds[i];
                values[kept] = values[i];
                kept++;
            }
        }
        Arrays.fill(values, kept, size, null);
        size = kept;
        ordered = 0;
        taken = 0;
    }

    private void addRings(long endMillis, Rings known) {
        int end = taken;
        while (end < ordered && times[(int) order[end]] < endMillis) {
            end++;
        }
        Integer[] absent = new Integer[end - taken];
        int count = 0;
        for (int at = taken; at < end; at++) {
            if (rings[at] == NO_RING) {
                absent[count++] = at;
            }
        }
        Arrays.sort(
                absent,
                0,
                count,
                Comparator.<Integer>comparingInt(at -> kinds[(int) order[at]])
                        .thenComparing(at -> values[(int) order[at]]));
        for (int n = 0; n < count; n++) {
            int i = (int) order[absent[n]];
            rings[absent[n]] = known.findOrAdd(type(i), dimension(i), values[i]);
        }
    }

    private ExposureType type(int i) {
        return ExposureType.of(kinds[i] / Dimension.COUNT);
    }

    private Dimension dimension(int i) {
        return Dimension.of(kinds[i] % Dimension.COUNT);
    }
}
