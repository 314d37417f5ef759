package io.deskpulse.metrics.planning.planner;

import io.deskpulse.metrics.planning.DayGrid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * The contacts of a shop's channel by day and slot, gathered from its quarters of an hour.
 *
 * <p>An interval without contacts has 0, but a whole day without any is unknown where a day usually has so many that chance would hardly ever leave all of
 * them out: then the shop was closed, or its feed was. A slot that comes twice, as clocks go back, has the mean of both.
 */
public final class ContactDays {
    /** exp(-14) is less than one in a million. */
    private static final double NEVER_EMPTY = 14;

    private final DayGrid grid;
    private final TreeMap<LocalDate, double[]> sums = new TreeMap<>();

    /** No contacts yet. */
    public ContactDays(DayGrid grid) {
        this.grid = grid;
    }

    /** Contacts of a stretch of time that lies in one interval. */
    public void add(Instant start, double contacts) {
        double[] day = sums.computeIfAbsent(grid.day(start), unseen -> new double[grid.slots()]);
        day[grid.slot(start)] += contacts;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return sums.isEmpty();
    }

    /** The day of the first. */
    public LocalDate firstDay() {
        return sums.firstKey();
    }

    /** Days from the first to that of a moment, which has what had come by then: NaN where it had not come, null for days that are unknown. */
    public double[][] upTo(Instant moment) {
        LocalDate today = grid.day(moment);
        int days = (int) (today.toEpochDay() - firstDay().toEpochDay()) + 1;
        double[][] contacts = new double[Math.max(0, days)][];
        double usual =
                sums.values().stream().mapToDouble(ContactDays::total).average().orElse(0);
        for (int i = 0; i < contacts.length; i++) {
            LocalDate day = firstDay().plusDays(i);
            double[] sum = sums.getOrDefault(day, new double[grid.slots()]);
            boolean unknown = i < contacts.length - 1 && total(sum) == 0 && usual > NEVER_EMPTY;
            contacts[i] = unknown ? null : known(day, sum, moment);
        }
        return contacts;
    }

    private double[] known(LocalDate day, double[] sum, Instant moment) {
        int[] times = new int[sum.length];
        for (DayGrid.Interval interval : grid.intervals(day)) {
            boolean over = interval.startMillis() + 1000L * grid.seconds() <= moment.toEpochMilli();
            times[interval.slot()] += over ? 1 : 0;
        }
        double[] known = new double[sum.length];
        for (int slot = 0; slot < known.length; slot++) {
            known[slot] = times[slot] == 0 ? Double.NaN : sum[slot] / times[slot];
        }
        return known;
    }

    private static double total(double[] day) {
        return Arrays.stream(day).sum();
    }
}
