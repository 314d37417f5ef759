package io.deskpulse.metrics.calendar;

import io.deskpulse.metrics.calendar.Schedule.Stretch;
import java.io.Serializable;
import java.util.List;

/**
 * Business time: every instant at which at least one schedule in force is open.
 *
 * <p>Schedules may follow each other (summer and winter hours) or stand side by side (a day team here, a night team there); time
 * in which several are open counts once, since a clock does not run faster for being watched by two.
 *
 * @param name what settings call it
 * @param schedules at least one
 */
public record BusinessCalendar(String name, List<Schedule> schedules) implements Serializable {
    /** The instant of something that never comes to pass. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Checks that there is a schedule. */
    public BusinessCalendar {
        if (schedules.isEmpty()) {
            throw new IllegalArgumentException("calendar " + name + " must have a schedule");
        }
        schedules = List.copyOf(schedules);
    }

    /**
     * The first instant by which a duration of business time has gone by: 17:00 on Friday, not 9:00 on Monday.
     *
     * @param startMillis milliseconds since the epoch
     * @param durationMillis milliseconds of business time, >= 0; 0 gives the start, open or not
     * @return milliseconds since the epoch; {@link #NEVER} when the schedules end before
     * @throws IllegalArgumentException when the duration is negative
     */
    public long add(long startMillis, long durationMillis) {
        if (durationMillis < 0) {
            throw new IllegalArgumentException("durationMillis must be >= 0, got " + durationMillis);
        }
        long atMillis = startMillis;
        long leftMillis = durationMillis;
        while (leftMillis > 0) {
            Stretch open = nextOpen(atMillis);
            if (open == null) {
                return NEVER;
            }
            long usedMillis = Math.min(leftMillis, open.toMillis() - open.fromMillis());
            leftMillis -= usedMillis;
            atMillis = open.fromMillis() + usedMillis;
        }
        return atMillis;
    }

    /** Milliseconds of business time between two instants; 0 when the second is not after the first. */
    public long between(long fromMillis, long toMillis) {
        long sumMillis = 0;
        long atMillis = fromMillis;
        while (atMillis < toMillis) {
            Stretch open = nextOpen(atMillis);
            if (open == null || open.fromMillis() >= toMillis) {
                return sumMillis;
            }
            atMillis = Math.min(open.toMillis(), toMillis);
            sumMillis += atMillis - open.fromMillis();
        }
        return sumMillis;
    }

    /** The earliest open stretch of any schedule; what another schedule has open beyond its end is found from there. */
    private Stretch nextOpen(long millis) {
        Stretch first = null;
        for (Schedule schedule : schedules) {
            Stretch open = schedule.nextOpen(millis);
            if (open != null && (first == null || open.fromMillis() < first.fromMillis())) {
                first = open;
            }
        }
        return first;
    }
}
