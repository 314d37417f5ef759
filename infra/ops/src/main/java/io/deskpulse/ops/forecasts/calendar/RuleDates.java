package io.deskpulse.ops.forecasts.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.transform.recurrence.Frequency;

/** The dates of a rule, within bounds: a file is somebody else's, and a line of it can ask for every second of a thousand years. */
final class RuleDates {
    private static final Set<Frequency> BY_DAYS =
            EnumSet.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);
    private static final Set<String> COUNTS = Set.of("COUNT", "INTERVAL");
    private static final Set<String> PARTS = Set.of(
            "FREQ INTERVAL COUNT UNTIL WKST BYMONTH BYMONTHDAY BYDAY BYYEARDAY BYWEEKNO BYSETPOS BYHOUR BYMINUTE BYSECOND"
                    .split(" "));
    private static final int MOST_COMBINED = 1_000;
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private RuleDates() {}

    /**
     * Refuses a rule that is none, that the library would understand otherwise, or that is too much work.
     *
     * @throws RuntimeException of the library when it is no rule
     * @throws IllegalArgumentException beginning with RRULE when it recurs more often than once a day, has a part that is not
     *     known, or combines too many numbers
     */
    static void require(String text) {
        require(!text.isEmpty(), "is empty");
        for (String part : text.split(";")) {
            String name = part.split("=", 2)[0].toUpperCase(Locale.ROOT);
            require(PARTS.contains(name), "has a part that is not known: " + CalendarContent.shown(part));
            require(
                    !COUNTS.contains(name) || part.matches("[^=]*=0*[1-9]\\d*"),
                    "must have " + name + " from 1 on, got " + CalendarContent.shown(part));
        }
        Recur<?> rule = new Recur<>(text);
        require(
                BY_DAYS.contains(rule.getFrequency()),
                "must have FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, got " + rule.getFrequency());
        require(
                Stream.of(rule.getHourList(), rule.getMinuteList(), rule.getSecondList())
                        .allMatch(times -> times.size() < 2),
                "recurs more often than once a day");
        long combined = Stream.<Collection<?>>of(
                        rule.getMonthList(),
                        rule.getWeekNoList(),
                        rule.getYearDayList(),
                        rule.getMonthDayList(),
                        rule.getDayList(),
                        rule.getSetPosList())
                .mapToLong(numbers -> Math.max(1, numbers.size()))
                .reduce(1, (one, other) -> Math.min(one * other, MOST_COMBINED + 1L));
        require(combined <= MOST_COMBINED, "combines more than " + MOST_COMBINED + " numbers");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException("RRULE " + message);
        }
    }

    /**
     * Its dates, ascending.
     *
     * @param first from which on it recurs; they are of its kind
     * @param last latest day asked for, on the clock of the first
     * @param most roughly how many; up to those of a year more
     */
    static List<Temporal> of(Recur<?> rule, Temporal first, LocalDate last, int most) {
        LocalDateTime end = last.atTime(END_OF_DAY);
        if (rule.getUntil() != null) {
            LocalDateTime until = until(rule.getUntil(), first);
            end = until.isBefore(end) ? until : end;
        }
        // Calendars end rules of times by a day, too, of which the library takes the first second for the end.
        Recur<Temporal> endless = new Recur<>(rule.toString().replaceAll(";UNTIL=[^;]*", ""));
        return endless.getDates(first, first, like(first, end), most);
    }

    private static LocalDateTime until(Temporal until, Temporal first) {
        if (until instanceof LocalDate day) {
            return day.atTime(END_OF_DAY);
        }
        return first instanceof ZonedDateTime zoned && until instanceof OffsetDateTime time
                ? time.atZoneSameInstant(zoned.getZone()).toLocalDateTime()
                : LocalDateTime.from(until);
    }

    private static Temporal like(Temporal first, LocalDateTime time) {
        if (first instanceof LocalDate) {
            return time.toLocalDate();
        }
        if (first instanceof ZonedDateTime zoned) {
            return time.atZone(zoned.getZone());
        }
        return first instanceof OffsetDateTime offset ? time.atOffset(offset.getOffset()) : time;
    }
}
