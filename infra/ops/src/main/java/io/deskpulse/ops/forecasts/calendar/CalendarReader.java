package io.deskpulse.ops.forecasts.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.DateListProperty;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.model.property.Duration;
import net.fortuna.ical4j.model.property.RDate;
import net.fortuna.ical4j.model.property.RRule;

/**
 * Events of an iCalendar file, each time that they take place, as days on a clock.
 *
 * <p>Uses RRULE, RDATE, EXDATE, RECURRENCE-ID, SEQUENCE and STATUS; what else a calendar tells is passed over.
 *
 * @see "RFC 5545"
 */
public final class CalendarReader {
    /** How many events a file may have; once one has more, reading ends with some more than that. */
    static final int MOST_EVENTS = 10_000;

    private static final int MOST_RULES = 4;
    private static final String UNREADABLE = "…";
    private static final String ZONE_OF_LIBRARY = "ical4j~";

    private final ZoneId zone;
    private final LocalDate last;
    private final List<String> problems = new ArrayList<>();
    private final List<Told> events = new ArrayList<>();

    /** An event of a calendar, which may call all of its events off. */
    private record Told(VEvent event, boolean calledOff) {
        <T extends Property> List<T> all(String name) {
            return event.getProperties(name);
        }

        <T extends Property> T first(String name) {
            List<T> all = all(name);
            return all.isEmpty() ? null : all.get(0);
        }

        String text(String name) {
            Property property = first(name);
            return property == null ? "" : value(property).replace('\n', ' ').strip();
        }

        int sequence() {
            return text("SEQUENCE").isEmpty() ? 0 : Integer.parseInt(text("SEQUENCE"));
        }
    }

    /**
     * A reader.
     *
     * @param zone of the days that come out; null = days and times as they are written, each in its own zone
     * @param last latest day on which something may begin; what recurs for ever ends there
     */
    public CalendarReader(ZoneId zone, LocalDate last) {
        this.zone = zone;
        this.last = last;
    }

    /** What is wrong with what was read, {@code LINE: problem} each; empty when nothing is. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Each time that an event of the file takes place, or was to, in the order of the file. */
    public List<CalendarEvent> read(byte[] file) {
        try {
            CalendarContent content = CalendarContent.of(file, problems);
            content.calendars().forEach(calendar -> gather(calendar, content));
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
            return List.of();
        }
        Map<String, CalendarEvent> times = new LinkedHashMap<>();
        latest(false).forEach(told -> attempt(() -> times(told, times)));
        latest(true).forEach(told -> attempt(() -> replace(told, times)));
        return List.copyOf(times.values());
    }

    private void gather(Calendar calendar, CalendarContent content) {
        boolean calledOff = calendar.<Property>getProperty("METHOD")
                .filter(method -> "CANCEL".equalsIgnoreCase(method.getValue()))
                .isPresent();
        for (VEvent event : calendar.<VEvent>getComponents(Component.VEVENT)) {
            Told told = new Told(event, calledOff);
            if (!content.broken(told.text(CalendarContent.LINE))) {
                events.add(told);
            }
        }
    }

    /** Of the versions of an event those with the highest SEQUENCE. */
    private List<Told> latest(boolean replacing) {
        Map<String, Told> latest = new LinkedHashMap<>();
        for (Told told : events) {
            if (told.all(Property.RECURRENCE_ID).isEmpty() != replacing) {
                String key = told.text(Property.UID) + "\n" + told.text(Property.RECURRENCE_ID);
                latest.merge(key, told, (one, other) -> other.sequence() >= one.sequence() ? other : one);
            }
        }
        return List.copyOf(latest.values());
    }

    private void attempt(Runnable part) {
        try {
            part.run();
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
        }
    }

    private void times(Told told, Map<String, CalendarEvent> times) {
        if (times.size() > MOST_EVENTS) {
            return;
        }
        CalendarEvent first = event(told, null);
        List<RRule<Temporal>> rules = told.all(Property.RRULE);
        if (rules.size() > MOST_RULES) {
            throw new IllegalArgumentException(line(rules.get(MOST_RULES)) + ": the event has too many RRULE");
        }
        List<DateListProperty<Temporal>> more = told.all(Property.RDATE);
        List<DateListProperty<Temporal>> except = told.all(Property.EXDATE);
        TreeSet<LocalDate> days = new TreeSet<>(List.of(first.from()));
        DateProperty<Temporal> start = told.first(Property.DTSTART);
        Temporal from = at(start, () -> placed(start, start.getDate()));
        // A day more, as the event's clock may be behind that of the days.
        rules.forEach(rule -> days.addAll(
                at(rule, () -> days(RuleDates.of(rule.getRecur(), from, last.plusDays(1), MOST_EVENTS + 1)))));
        more.forEach(dates -> days.addAll(at(dates, () -> days(starts(dates)))));
        except.forEach(dates -> at(dates, () -> days(starts(dates))).forEach(days::remove));
        boolean recurs = !rules.isEmpty() || !more.isEmpty();
        for (LocalDate day : days.headSet(last, true)) {
            times.put(
                    first.uid() + "\n" + day,
                    new CalendarEvent(
                            first.uid(),
                            recurs ? day : null,
                            day,
                            first.days(),
                            first.summary(),
                            first.category(),
                            first.cancelled()));
        }
    }

    /** One time of an event that recurs, told anew. */
    private void replace(Told told, Map<String, CalendarEvent> times) {
        DateProperty<Temporal> planned = told.first(Property.RECURRENCE_ID);
        LocalDate original = time(planned).toLocalDate();
        CalendarEvent event = event(told, original);
        times.put(event.uid() + "\n" + original, event);
    }

    private CalendarEvent event(Told told, LocalDate original) {
        for (String needed : List.of(Property.UID, Property.DTSTART, Property.SUMMARY)) {
            if (told.text(needed).isEmpty()) {
                throw new IllegalArgumentException(told.text(CalendarContent.LINE) + ": the event has no " + needed);
            }
        }
        LocalDateTime start = time(told.first(Property.DTSTART));
        Categories categories = told.first(Property.CATEGORIES);
        return new CalendarEvent(
                told.text(Property.UID),
                original,
                start.toLocalDate(),
                days(told, start),
                told.text(Property.SUMMARY),
                categories == null
                        ? ""
                        : categories.getCategories().getTexts().stream()
                                .findFirst()
                                .orElse("")
                                .strip(),
                told.calledOff || told.text(Property.STATUS).equalsIgnoreCase("CANCELLED"));
    }

    private int days(Told told, LocalDateTime start) {
        DateProperty<Temporal> ending = told.first(Property.DTEND);
        Duration duration = told.first(Property.DURATION);
        if (ending != null) {
            LocalDateTime end = time(ending);
            if (end.isBefore(start)) {
                throw new IllegalArgumentException(line(ending) + ": DTEND lies before DTSTART");
            }
            return days(start, end);
        }
        if (duration == null) {
            return 1;
        }
        TemporalAmount amount = duration.getDuration();
        return at(duration, () -> days(start, start.plus(amount)));
    }

    private static int days(LocalDateTime start, LocalDateTime end) {
        LocalDate until = end.isAfter(start) ? end.minusNanos(1).toLocalDate() : start.toLocalDate();
        return Math.toIntExact(until.toEpochDay() - start.toLocalDate().toEpochDay()) + 1;
    }

    private static List<Temporal> starts(DateListProperty<Temporal> dates) {
        if (dates instanceof RDate<Temporal> more && more.getPeriods().isPresent()) {
            return more.getPeriods().get().stream()
                    .map(period -> placed(dates, period.getStart()))
                    .toList();
        }
        return dates.getDates().stream().map(time -> placed(dates, time)).toList();
    }

    private List<LocalDate> days(List<Temporal> times) {
        return times.stream().map(time -> clock(time).toLocalDate()).toList();
    }

    private LocalDateTime time(DateProperty<Temporal> property) {
        return at(property, () -> clock(placed(property, property.getDate())));
    }

    /** A time in the zone that its property names: one that Java knows, else one that the file has. */
    private static Temporal placed(Property property, Temporal time) {
        if (time instanceof ZonedDateTime zoned && zoned.getZone().getId().startsWith(ZONE_OF_LIBRARY)) {
            throw new DateTimeException("a zone that the file does not have");
        }
        return time instanceof LocalDateTime local
                ? property.getParameter(CalendarContent.CLOCK)
                        .<Temporal>map(zone -> local.atZone(ZoneId.of(zone.getValue())))
                        .orElse(local)
                : time;
    }

    /** A time on the clock of the days that come out; one without a zone is already. */
    private LocalDateTime clock(Temporal time) {
        if (time instanceof LocalDate day) {
            return day.atStartOfDay();
        }
        if (time instanceof LocalDateTime local) {
            return local;
        }
        ZonedDateTime zoned;
        if (time instanceof Instant instant) {
            zoned = instant.atZone(ZoneOffset.UTC);
        } else {
            zoned = time instanceof OffsetDateTime offset ? offset.toZonedDateTime() : ZonedDateTime.from(time);
        }
        return zone == null
                ? zoned.toLocalDateTime()
                : zoned.withZoneSameInstant(zone).toLocalDateTime();
    }

    /** What a property tells; times and numbers that are none come to light only when they are asked for. */
    private static <T> T at(Property property, Supplier<T> part) {
        try {
            return part.get();
        } catch (RuntimeException e) {
            String of = property.getParameter("TZID")
                    .or(() -> property.getParameter(CalendarContent.CLOCK))
                    .map(id -> " in the zone " + CalendarContent.shown(id.getValue()))
                    .orElse("");
            throw new IllegalArgumentException(
                    line(property) + ": " + property.getName() + " is no day or time that can be told: "
                            + CalendarContent.shown(value(property)) + of,
                    e);
        }
    }

    /** Of some times that are none, and of zones that are none, the library cannot even say what was written. */
    private static String value(Property property) {
        try {
            return Objects.requireNonNullElse(property.getValue(), "");
        } catch (RuntimeException e) {
            return UNREADABLE;
        }
    }

    private static String line(Property property) {
        return property.getParameter(CalendarContent.LINE).orElseThrow().getValue();
    }
}
