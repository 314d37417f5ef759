package io.deskpulse.bench.hotspots.looks;

import io.deskpulse.bench.hotspots.sim.Causes;
import io.deskpulse.bench.hotspots.sim.Values;
import io.deskpulse.metrics.hotspots.ShopHotspots;

/** Counted complaints of all cells by hour and day, for methods that know nothing of exposures. */
public final class CellCounts {
    /** Cells of a shop, by number. */
    public static final int CELLS = Causes.COUNT * Values.COUNT;

    private static final int HOURS = 24;
    private static final int DAYS = 28;

    private final byte[] hours = new byte[CELLS * HOURS];
    private final int[] trailing = new int[CELLS];
    private final short[] days = new short[CELLS * DAYS];
    private final int[] today = new int[CELLS];
    private final int[] sum = new int[CELLS];
    private final long[] squares = new long[CELLS];
    private int hour;
    private int day;

    /** Nothing counted yet; time begins at a midnight. */
    public CellCounts() {}

    /** Counts what came in a tick. */
    public void add(Looks looks) {
        long since = looks.nowMillis() - ShopHotspots.TICK_MILLIS;
        for (int i = 0; i < looks.size(); i++) {
            int count = looks.shop().trail().countAfter(looks.cell(i), since - 1);
            int number = looks.number(i);
            hours[number * HOURS + hour % HOURS] += (byte) count;
            trailing[number] += count;
            today[number] += count;
        }
    }

    /** Ends an hour; its methods have looked. */
    public void nextHour() {
        hour++;
        for (int cell = 0; cell < CELLS; cell++) {
            int at = cell * HOURS + hour % HOURS;
            trailing[cell] -= hours[at];
            hours[at] = 0;
        }
        if (hour % HOURS == 0) {
            nextDay();
        }
    }

    private void nextDay() {
        for (int cell = 0; cell < CELLS; cell++) {
            int at = cell * DAYS + day % DAYS;
            sum[cell] += today[cell] - days[at];
            squares[cell] += (long) today[cell] * today[cell] - (long) days[at] * days[at];
            days[at] = (short) today[cell];
            today[cell] = 0;
        }
        day++;
    }

    /** Complaints of the running hour. */
    public int lastHour(int cell) {
        return hours[cell * HOURS + hour % HOURS];
    }

    /** Complaints of the last 24 hours. */
    public int trailing(int cell) {
        return trailing[cell];
    }

    /** Days known, 28 at most. */
    public int daysKnown() {
        return Math.min(day, DAYS);
    }

    /** Mean complaints a day. */
    public double meanOfDay(int cell) {
        return (double) sum[cell] / daysKnown();
    }

    /** Standard deviation of a day's complaints. */
    public double deviationOfDay(int cell) {
        double mean = meanOfDay(cell);
        return Math.sqrt(
                Math.max(0, (double) squares[cell] / daysKnown() - mean * mean) * daysKnown() / (daysKnown() - 1));
    }

    /** The hour of the world is this many after the first midnight. */
    public int hour() {
        return hour;
    }
}
