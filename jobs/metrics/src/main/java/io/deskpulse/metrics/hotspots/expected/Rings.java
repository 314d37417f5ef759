package io.deskpulse.metrics.hotspots.expected;

import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import java.util.Arrays;

/**
 * Exposures of the last 21 days, by type and value of a dimension: a ring of 126 counts each, all at the same bin.
 *
 * <p>Beside its counts a ring knows Σ count × place in the bin of the running bin, which gives the integral of the count so far, and
 * all closed bins decayed by half in 30 days. A ring is known by its index, which changes only in {@link #keep}. About 600 bytes a
 * ring and its value's text. Not thread-safe.
 */
public final class Rings {
    /** Bins of a ring: 21 days. */
    public static final int BINS = 126;

    /** What a bin's weight is of the one after it: half in 30 days. */
    public static final double BIN_DECAY = Math.pow(0.5, 1.0 / (30 * ShopBins.A_DAY));

    private static final int PAGE_BITS = 6;
    private static final int PAGE = 1 << PAGE_BITS;

    private float[][] pages = new float[1][];
    private String[] values = new String[PAGE];
    private byte[] kinds = new byte[PAGE];
    /** Σ count × milliseconds into the bin: whole numbers, so that no order of adding matters. */
    private double[] moments = new double[PAGE];

    private double[] decayed = new double[PAGE];
    private int[] emptyBins = new int[PAGE];
    private int size;
    private int slot;
    /** Places plus one by hash of kind and value, 0 where there is none; at most half in use. */
    private int[] index = new int[2 * PAGE];

    /** None yet. */
    public Rings() {}

    /** How many there are. */
    public int size() {
        return size;
    }

    /** The index of a ring, or -1. */
    public int find(ExposureType type, Dimension dimension, String value) {
        return index[place(kind(type, dimension), value)] - 1;
    }

    /** The index of a ring, made when absent. */
    public int findOrAdd(ExposureType type, Dimension dimension, String value) {
        byte kind = kind(type, dimension);
        int place = place(kind, value);
        if (index[place] != 0) {
            return index[place] - 1;
        }
        add(kind, value, place);
        return size - 1;
    }

    /** The type of a ring. */
    public ExposureType type(int ring) {
        return ExposureType.of(kinds[ring] / Dimension.COUNT);
    }

    /** The dimension of a ring. */
    public Dimension dimension(int ring) {
        return Dimension.of(kinds[ring] % Dimension.COUNT);
    }

    /** The value of a ring. */
    public String value(int ring) {
        return values[ring];
    }

    /** Adds exposures of the running bin at a position in it, milliseconds. */
    public void expose(int ring, int count, long position) {
        row(ring)[offset(ring) + slot] += count;
        moments[ring] += (double) count * position;
    }

    /** Exposures of a ring that are so many bins old, 0 for the running bin. */
    public double count(int ring, int age) {
        return row(ring)[offset(ring) + Math.floorMod(slot - age, BINS)];
    }

    /** ∫ count so far dt over the running bin up to a position in it, in bins: half the count at its end when they came evenly. */
    public double runningIntegral(int ring, long position) {
        double count = row(ring)[offset(ring) + slot];
        return (count * position - moments[ring]) / ShopBins.BIN_MILLIS;
    }

    /** All exposures of closed bins, those of the bin before weighing {@link #BIN_DECAY}. */
    public double decayed(int ring) {
        return decayed[ring];
    }

    /** Whether it had no exposure for all its bins. */
    public boolean isEmpty(int ring) {
        return emptyBins[ring] >= BINS;
    }

    /** Closes the running bin of all rings and begins the next. */
    public void roll() {
        int next = (slot + 1) % BINS;
        for (int ring = 0; ring < size; ring++) {
            float[] row = row(ring);
            int offset = offset(ring);
            float closed = row[offset + slot];
            decayed[ring] = (decayed[ring] + closed) * BIN_DECAY;
            emptyBins[ring] = closed > 0 ? 0 : emptyBins[ring] + 1;
            moments[ring] = 0;
            row[offset + next] = 0;
        }
        slot = next;
    }

    /**
     * Σ over ages of count × weight of the age: four sums side by side, as one sum would wait for each addition.
     *
     * @param kernel of {@link #kernel}
     */
    public float convolve(int ring, float[] kernel) {
        float[] row = row(ring);
        int at = offset(ring);
        int weight = BINS - slot;
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int end = at + BINS - 2;
        for (; at < end; at += 4, weight += 4) {
            a += row[at] * kernel[weight];
            b += row[at + 1] * kernel[weight + 1];
            c += row[at + 2] * kernel[weight + 2];
            d += row[at + 3] * kernel[weight + 3];
        }
        a += row[at] * kernel[weight];
        b += row[at + 1] * kernel[weight + 1];
        return a + b + (c + d);
    }

    /** Weights by age, laid out as {@link #convolve} meets them wherever the running bin stands. */
    public static float[] kernel(double[] byAge) {
        float[] kernel = new float[2 * BINS];
        kernel[0] = (float) byAge[0];
        for (int i = 1; i < BINS; i++) {
            kernel[i] = (float) byAge[BINS - i];
        }
        System.arraycopy(kernel, 0, kernel, BINS, BINS);
        return kernel;
    }

    /**
     * Drops rings; those that stay keep their order.
     *
     * @param moved out: by old index the new one, or -1 for those to drop, which say so by -1 before
     */
    public void keep(int[] moved) {
        int kept = 0;
        for (int ring = 0; ring < size; ring++) {
            if (moved[ring] >= 0) {
                moved[ring] = kept;
                move(ring, kept++);
            }
        }
        Arrays.fill(values, kept, size, null);
        size = kept;
        Arrays.fill(pages, (size + PAGE - 1) >> PAGE_BITS, pages.length, null);
        reindex(index.length);
    }

    int slot() {
        return slot;
    }

    byte kind(int ring) {
        return kinds[ring];
    }

    double moment(int ring) {
        return moments[ring];
    }

    int emptyBins(int ring) {
        return emptyBins[ring];
    }

    void copyCounts(int ring, float[] to, int at) {
        System.arraycopy(row(ring), offset(ring), to, at, BINS);
    }

    void beginAt(int running) {
        slot = running;
    }

    static boolean isKind(int kind) {
        return kind >= 0 && kind < ExposureType.COUNT * Dimension.COUNT;
    }

    void restore(byte kind, String value, double moment, double sum, int empty) {
        add(kind, value, place(kind, value));
        moments[size - 1] = moment;
        decayed[size - 1] = sum;
        emptyBins[size - 1] = empty;
    }

    void restoreCounts(int ring, float[] from, int at) {
        System.arraycopy(from, at, row(ring), offset(ring), BINS);
    }

    private void move(int from, int to) {
        if (from != to) {
            System.arraycopy(row(from), offset(from), row(to), offset(to), BINS);
            values[to] = values[from];
            kinds[to] = kinds[from];
            moments[to] = moments[from];
            decayed[to] = decayed[from];
            emptyBins[to] = emptyBins[from];
        }
    }

    private void add(byte kind, String value, int place) {
        if (size == values.length) {
            int capacity = size + Math.max(PAGE, size >> 2);
            values = Arrays.copyOf(values, capacity);
            kinds = Arrays.copyOf(kinds, capacity);
            moments = Arrays.copyOf(moments, capacity);
            decayed = Arrays.copyOf(decayed, capacity);
            emptyBins = Arrays.copyOf(emptyBins, capacity);
        }
        int page = size >> PAGE_BITS;
        pages = page < pages.length ? pages : Arrays.copyOf(pages, page + Math.max(1, page >> 1));
        if (pages[page] == null) {
            pages[page] = new float[PAGE * BINS];
        } else {
            Arrays.fill(pages[page], offset(size), offset(size) + BINS, 0);
        }
        values[size] = value;
        kinds[size] = kind;
        moments[size] = 0;
        decayed[size] = 0;
        emptyBins[size] = 0;
        size++;
        index[place] = size;
        if (2 * size > index.length) {
            reindex(2 * index.length);
        }
    }

    private void reindex(int places) {
        index = new int[places];
        for (int ring = 0; ring < size; ring++) {
            index[place(kinds[ring], values[ring])] = ring + 1;
        }
    }

    private int place(byte kind, String value) {
        int mask = index.length - 1;
        int hash = (value.hashCode() * 31 + kind) * 0x9E37_79B9;
        int place = (hash ^ hash >>> 15) & mask;
        while (index[place] != 0 && !(kinds[index[place] - 1] == kind && values[index[place] - 1].equals(value))) {
            place = place + 1 & mask;
        }
        return place;
    }

    private static byte kind(ExposureType type, Dimension dimension) {
        return (byte) (type.ordinal() * Dimension.COUNT + dimension.ordinal());
    }

    private float[] row(int ring) {
        return pages[ring >> PAGE_BITS];
    }

    private static int offset(int ring) {
        return (ring & PAGE - 1) * BINS;
    }
}
