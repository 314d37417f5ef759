package io.deskpulse.cli.forecast;

import io.deskpulse.metrics.forecast.events.EventCalendar;
import io.deskpulse.metrics.forecast.events.EventPhase;
import io.deskpulse.metrics.forecast.events.Tag;
import io.deskpulse.ops.forecasts.calendar.CalendarEvent;
import io.deskpulse.ops.forecasts.calendar.EventImport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A planner's calendar: a line for each phase of each event, and for days that are to be left out.
 *
 * <p>Columns: name, peak; optional kind (default: the name), phase (day), from_day and to_day relative to the peak (0), decay_days (0: does not fade),
 * known_from (always; for a tag its first day). Kinds OUTAGE, ROUTING, PROMOTION and TEST are tags.
 */
public final class EventFile {
    private static final Set<String> TAGS =
            Arrays.stream(Tag.Reason.values()).map(Enum::name).collect(Collectors.toSet());

    private static final int LONGEST_DAYS = 400;
    private static final int LAST_YEAR = 9999;

    private final Problems problems;
    private final List<EventPhase> phases = new ArrayList<>();
    private final List<Tag> tags = new ArrayList<>();
    private final Map<EventPhase, Integer> lines = new HashMap<>();

    private EventFile(Path file) {
        this.problems = new Problems(file);
    }

    /**
     * Reads a file: CSV, or iCalendar where its name ends in {@code .ics}.
     *
     * @param last latest day on which an event of a calendar may begin
     * @throws io.deskpulse.ops.UserError naming the file and every line that is wrong
     */
    public static EventCalendar read(Path file, LocalDate last) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".ics")) {
            return calendar(EventImport.read(file, null, last));
        }
        EventFile events = new EventFile(file);
        CsvLines.read(file, List.of("name", "peak"), Map.of(), events.problems).forEach(events::line);
        events.problems.refuse();
        return new EventCalendar(events.phases, events.tags);
    }

    private static EventCalendar calendar(List<CalendarEvent> events) {
        List<EventPhase> phases = new ArrayList<>();
        for (CalendarEvent event : events) {
            if (!event.cancelled()) {
                String name = EventImport.name(event);
                String kind = event.category().isEmpty() ? name : event.category();
                int last = Math.min(event.days(), LONGEST_DAYS) - 1;
                phases.add(
                        new EventPhase(name, kind, EventImport.phase(event), event.from(), 0, last, 0, LocalDate.MIN));
            }
        }
        return new EventCalendar(phases, List.of());
    }

    private void line(CsvLines.Row row) {
        String name = row.cell("name");
        String kind = row.cell("kind").isEmpty() ? name : row.cell("kind");
        String phase = row.cell("phase").isEmpty() ? "day" : row.cell("phase");
        try {
            if (name.isEmpty()) {
                throw new IllegalArgumentException("name must not be empty");
            }
            LocalDate peak = date(row, "peak", null);
            int from = wholeDays(row, "from_day");
            int to = row.cell("to_day").isEmpty() ? from : wholeDays(row, "to_day");
            if (TAGS.contains(kind.toUpperCase(Locale.ROOT))) {
                LocalDate first = peak.plusDays(from);
                Tag.Reason reason = Tag.Reason.valueOf(kind.toUpperCase(Locale.ROOT));
                tags.add(new Tag(reason, first, peak.plusDays(to), date(row, "known_from", first)));
            } else {
                double decay = days(row, "decay_days");
                LocalDate known = date(row, "known_from", LocalDate.MIN);
                EventPhase event = new EventPhase(name, kind, phase, peak, from, to, decay, known);
                Integer other = lines.putIfAbsent(event, row.line());
                if (other != null) {
                    throw new IllegalArgumentException("repeats line " + other);
                }
                phases.add(event);
            }
        } catch (IllegalArgumentException e) {
            problems.add(row.line(), e.getMessage());
        }
    }

    private static LocalDate date(CsvLines.Row row, String column, LocalDate otherwise) {
        String text = row.cell(column);
        if (text.isEmpty() && otherwise != null) {
            return otherwise;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() > 0 && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // Told below, like a year of no calendar.
        }
        throw new IllegalArgumentException(column + " must be a date like 2026-11-11, got '" + text + "'");
    }

    private static int wholeDays(CsvLines.Row row, String column) {
        double days = days(row, column);
        if (days != Math.rint(days)) {
            throw new IllegalArgumentException(
                    column + " must be a whole number of days, got '" + row.cell(column) + "'");
        }
        return (int) days;
    }

    private static double days(CsvLines.Row row, String column) {
        double days = row.cell(column).isEmpty() ? 0 : row.number(column);
        if (!(Math.abs(days) <= LONGEST_DAYS)) {
            throw new IllegalArgumentException(
                    column + " must be a number of days from -400 to 400, got '" + row.cell(column) + "'");
        }
        return days;
    }
}
