package io.deskpulse.bench.hotspots.looks;

import io.deskpulse.bench.hotspots.sim.Values;
import io.deskpulse.bench.hotspots.sim.World;
import io.deskpulse.metrics.hotspots.cells.ShopCells;
import io.deskpulse.metrics.hotspots.cells.Trail;
import java.util.Arrays;

/** What there is to see of the cells touched in a tick: complaints and expectations of 1, 6 and 24 hours, made once for all methods. */
public final class Looks {
    /** How many windows there are. */
    public static final int WINDOWS = 3;

    private static final int[] WINDOW_HOURS = {1, 6, 24};

    private static final long HOUR_MILLIS = 3_600_000L;
    private static final int BUYERS = 3;

    private ShopCells cells;
    private long nowMillis;
    private int size;
    private int[] counts = new int[0];
    private double[] expected = new double[0];
    /** Numbers of cells by their places, -1 where not looked up yet. */
    private int[] numbers = new int[0];

    /** Hours of a window. */
    public static int hours(int window) {
        return WINDOW_HOURS[window];
    }

    /** Looks at a tick that was decided. */
    public void at(long endMillis, ShopCells shop) {
        cells = shop;
        nowMillis = endMillis;
        size = shop.touchedCount();
        if (counts.length < size * WINDOWS) {
            counts = new int[2 * size * WINDOWS];
            expected = new double[2 * size * WINDOWS];
        }
        Trail trail = shop.trail();
        for (int i = 0; i < size; i++) {
            for (int window = 0; window < WINDOWS; window++) {
                long since = endMillis - WINDOW_HOURS[window] * HOUR_MILLIS;
                counts[i * WINDOWS + window] = trail.countAfter(shop.touched(i), since);
                expected[i * WINDOWS + window] = trail.expectedSince(shop.touched(i), since, endMillis);
            }
        }
    }

    /** How many cells were touched. */
    public int size() {
        return size;
    }

    /** The place of a touched cell in the shop. */
    public int cell(int i) {
        return cells.touched(i);
    }

    /** The shop. */
    public ShopCells shop() {
        return cells;
    }

    /** The number of a touched cell: cause times {@link Values#COUNT} plus value. */
    public int number(int i) {
        int cell = cells.touched(i);
        if (cell >= numbers.length) {
            int known = numbers.length;
            numbers = Arrays.copyOf(numbers, Math.max(cells.size(), cell + 1));
            Arrays.fill(numbers, known, numbers.length, -1);
        }
        if (numbers[cell] < 0) {
            numbers[cell] = cells.reason(cell) * Values.COUNT + Values.number(cells.dimension(cell), cells.value(cell));
        }
        return numbers[cell];
    }

    /** Counted complaints of a window. */
    public int count(int i, int window) {
        return counts[i * WINDOWS + window];
    }

    /** Complaints expected of a window. */
    public double expected(int i, int window) {
        return expected[i * WINDOWS + window];
    }

    /** Whether three buyers complained in 24 hours. */
    public boolean hasBuyers(int i) {
        return count(i, WINDOWS - 1) >= BUYERS;
    }

    /** The threshold of ours for a budget of false alarms a shop-day. */
    public double threshold(int i, double budget) {
        return cells.threshold(cells.dimension(cells.touched(i))) + Math.log(.5 / budget);
    }

    /** The hour of the world. */
    public double hour() {
        return World.hour(nowMillis);
    }

    /** The end of the tick. */
    public long nowMillis() {
        return nowMillis;
    }
}
