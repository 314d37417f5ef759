package io.deskpulse.metrics.forecast.series;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Counts of contacts by local day and interval of the day; what is not known is not a number, which is not the same as 0.
 *
 * <p>Days are numbered by the calendar from 0, closed ones included; an interval of a day is a slot, numbered from 0 at the first hour that is ever open.
 */
public final class History {
    private static final double UNSEEN = -1;
    private static final int WEEK = 7;

    private final LocalDate firstDate;
    private final int slots;
    private final double[][] counts;
    private final double[] totals;

    /**
     * A history, which keeps the rows it is given; a row that is still null may be set until it is first read.
     *
     * @param firstDate date of day 0
     * @param counts contacts of each day and slot, >= 0 or NaN; null for a day without any; rows of equal length
     * @throws IllegalArgumentException when there is no row at all
     */
    public History(LocalDate firstDate, double[][] counts) {
        this(
                firstDate,
                counts,
                Arrays.stream(counts)
                        .filter(row -> row != null)
                        .mapToInt(row -> row.length)
                        .max()
                        .orElseThrow(() -> new IllegalArgumentException("a history must have a day")));
    }

    private History(LocalDate firstDate, double[][] counts, int slots) {
        this.firstDate = firstDate;
        this.counts = counts;
        this.slots = slots;
        this.totals = new double[counts.length];
        Arrays.fill(totals, UNSEEN);
    }

    /** How many days the history spans, closed ones included. */
    public int days() {
        return counts.length;
    }

    /** Intervals of a day. */
    public int slots() {
        return slots;
    }

    /** The date of a day, which may lie after the end. */
    public LocalDate date(int day) {
        return firstDate.plusDays(day);
    }

    /** The day of a date, which may lie outside. */
    public int day(LocalDate date) {
        return (int) (date.toEpochDay() - firstDate.toEpochDay());
    }

    /** The weekday of a day, 0 for Monday to 6. */
    public int weekday(int day) {
        return Math.floorMod(firstDate.getDayOfWeek().getValue() - 1 + day, WEEK);
    }

    /** Whether anything is known of a day. */
    public boolean has(int day) {
        return !Double.isNaN(total(day));
    }

    /** The known contacts of a day; NaN when nothing is known. */
    public double total(int day) {
        if (day < 0 || day >= counts.length || counts[day] == null) {
            return Double.NaN;
        }
        if (totals[day] == UNSEEN) {
            totals[day] = total(counts[day]);
        }
        return totals[day];
    }

    /** The contacts of a day by slot, NaN where unknown; not to be changed; only where {@link #has}. */
    public double[] day(int day) {
        return counts[day];
    }

    /** The last day not after another of which something is known; -1 when there is none. */
    public int lastKnown(int day) {
        int known = Math.min(day, counts.length - 1);
        while (known >= 0 && !has(known)) {
            known--;
        }
        return known;
    }

    /** The same days with other counts, of which none may be known. */
    public History with(double[][] other) {
        return new History(firstDate, other, slots);
    }

    private static double total(double[] row) {
        double sum = 0;
        boolean any = false;
        for (double count : row) {
            if (!Double.isNaN(count)) {
                sum += count;
                any = true;
            }
        }
        return any ? sum : Double.NaN;
    }
}
