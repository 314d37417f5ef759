package io.deskpulse.ops.forecasts.calendar;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Takes events over from an iCalendar file: those that are new, were moved or called off become versions, the others stay as they are. */
public final class EventImport {
    private static final String OURS = "@deskpulse";
    private static final long MOST_BYTES = 16L << 20;
    private static final int MOST_SHOWN = 20;

    private final ClickHouseSql clickHouse;

    /** Into a server. */
    public EventImport(ClickHouseSql clickHouse) {
        this.clickHouse = clickHouse;
    }

    /**
     * Whose events they are.
     *
     * @param shop empty for every shop
     * @param zone of the shop's clock; null for the days as they are written
     * @param kind which events are alike; empty for the event's category, else its name
     * @param last latest day on which one may begin
     */
    public record Target(String shop, ZoneId zone, String kind, LocalDate last) {}

    /**
     * What was found.
     *
     * @param times that events of the file take place, called off or not
     * @param changed those that became a version
     * @param ours those that were written by this product, which are left
     */
    public record Result(int times, List<EventVersions.Told> changed, long ours) {}

    /**
     * Reads a file and tells of its events.
     *
     * @throws UserError when it cannot be read, naming every line that is wrong; nothing is changed then
     */
    public Result take(Path file, Target target, String by, String reason) {
        List<CalendarEvent> found = read(file, target.zone, target.last);
        List<EventVersions.Told> told = new ArrayList<>();
        for (CalendarEvent event : found) {
            if (!event.uid().endsWith(OURS)) {
                told.add(told(event, target));
            }
        }
        return new Result(
                found.size(), new EventVersions(clickHouse).tell(told, by, reason), found.size() - told.size());
    }

    /**
     * The events of a file.
     *
     * @throws UserError as {@link #take} does
     */
    public static List<CalendarEvent> read(Path file, ZoneId zone, LocalDate last) {
        CalendarReader reader = new CalendarReader(zone, last);
        List<CalendarEvent> events = reader.read(bytes(file));
        if (!reader.problems().isEmpty()) {
            String more = reader.problems().size() > MOST_SHOWN
                    ? "\n… and " + (reader.problems().size() - MOST_SHOWN) + " more"
                    : "";
            throw new UserError("the file cannot be used:\n"
                    + reader.problems().stream()
                            .limit(MOST_SHOWN)
                            .map(problem -> file + ":" + problem)
                            .collect(Collectors.joining("\n"))
                    + more);
        }
        if (events.size() > CalendarReader.MOST_EVENTS) {
            throw new UserError(file + " has more than " + CalendarReader.MOST_EVENTS + " events until " + last
                    + ": is it the calendar of campaigns?");
        }
        return events;
    }

    /** What recurs: the summary, up to a colon after which the phase is told. */
    public static String name(CalendarEvent event) {
        int colon = event.summary().indexOf(": ");
        return colon > 0 ? event.summary().substring(0, colon).strip() : event.summary();
    }

    /** The phase told after a colon; day when none is. */
    public static String phase(CalendarEvent event) {
        int colon = event.summary().indexOf(": ");
        return colon > 0 ? event.summary().substring(colon + 2).strip() : "day";
    }

    private static EventVersions.Told told(CalendarEvent event, Target target) {
        String kind = target.kind.isEmpty() ? event.category() : target.kind;
        return new EventVersions.Told(
                EventVersions.id("ics-", target.shop, event.uid(), String.valueOf(event.original())),
                target.shop,
                name(event),
                kind.isEmpty() ? name(event) : kind,
                phase(event),
                event.from(),
                event.days(),
                event.cancelled());
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UserError(file + " is larger than 16 MiB: is it the calendar of campaigns?");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new UserError("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw new UserError("Cannot read " + file + ": " + e.getMessage() + ".", e);
        }
    }
}
