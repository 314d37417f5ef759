package io.deskpulse.metrics.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The intervals of a shop's days. A slot is an interval of the wall clock, from 0 at midnight; on the day on which clocks go back some slots come twice,
 * and on the one on which they go forward some do not come.
 *
 * @param zone of the shop's clock
 * @param minutes length of an interval: 15 or 30
 */
public record DayGrid(ZoneId zone, int minutes) {
    private static final int DAY_MINUTES = 24 * 60;

    /**
     * An interval of a day.
     *
     * @param slot of the wall clock, from 0
     * @param startMillis its start
     */
    public record Interval(int slot, long startMillis) {}

    /** Checks the length. */
    public DayGrid {
        if (minutes <= 0 || DAY_MINUTES % minutes != 0) {
            throw new IllegalArgumentException("minutes must divide a day, got " + minutes);
        }
    }

    /** Slots of a day without a change of clocks. */
    public int slots() {
        return DAY_MINUTES / minutes;
    }

    /** Length of an interval, seconds. */
    public int seconds() {
        return 60 * minutes;
    }

    /** The intervals of a day, in order. */
    public List<Interval> intervals(LocalDate day) {
        List<Interval> intervals = new ArrayList<>();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        for (Instant at = day.atStartOfDay(zone).toInstant(); at.isBefore(end); at = at.plusSeconds(seconds())) {
            intervals.add(new Interval(slot(at), at.toEpochMilli()));
        }
        return intervals;
    }

    /** The slot that an instant lies in. */
    public int slot(Instant at) {
        LocalTime time = at.atZone(zone).toLocalTime();
        return (60 * time.getHour() + time.getMinute()) / minutes;
    }

    /** The day that an instant lies in. */
    public LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
