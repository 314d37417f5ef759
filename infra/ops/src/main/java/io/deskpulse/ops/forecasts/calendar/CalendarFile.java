package io.deskpulse.ops.forecasts.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * iCalendar: shifts, and the calendar of events, for whatever calendar people use.
 *
 * @see "RFC 5545"
 */
public final class CalendarFile {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xx", Locale.ROOT);
    private static final int LINE_OCTETS = 75;

    private final ZoneId zone;
    private final Instant stamp;
    private final List<Entry> entries;

    /**
     * Something in a calendar; whole days when it begins and ends at midnight.
     *
     * @param uid never changes, whatever else does
     * @param from local time
     * @param to local time, exclusive
     * @param summary what people read
     * @param sequence goes up with each change
     * @param cancelled whether it does not take place
     */
    public record Entry(
            String uid, LocalDateTime from, LocalDateTime to, String summary, int sequence, boolean cancelled) {
        private boolean wholeDays() {
            return from.toLocalTime().toSecondOfDay() == 0 && to.toLocalTime().toSecondOfDay() == 0;
        }
    }

    /**
     * A calendar.
     *
     * @param zone of its local times
     * @param stamp when it is written
     */
    public CalendarFile(ZoneId zone, Instant stamp, List<Entry> entries) {
        this.zone = zone;
        this.stamp = stamp;
        this.entries = List.copyOf(entries);
    }

    /** The file's text, lines ended and folded as the standard has it. */
    public String text() {
        List<String> lines = new ArrayList<>(
                List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Deskpulse//Staffing//EN", "CALSCALE:GREGORIAN"));
        zoneLines(lines);
        for (Entry entry : entries) {
            lines.add("BEGIN:VEVENT");
            lines.add("UID:" + escaped(entry.uid));
            lines.add("DTSTAMP:" + LOCAL.format(stamp.atOffset(ZoneOffset.UTC)) + "Z");
            if (entry.wholeDays()) {
                lines.add("DTSTART;VALUE=DATE:" + DATE.format(entry.from));
                lines.add("DTEND;VALUE=DATE:" + DATE.format(entry.to));
            } else {
                lines.add("DTSTART;TZID=" + zone.getId() + ":" + LOCAL.format(entry.from));
                lines.add("DTEND;TZID=" + zone.getId() + ":" + LOCAL.format(entry.to));
            }
            lines.add("SUMMARY:" + escaped(entry.summary));
            lines.add("SEQUENCE:" + entry.sequence);
            lines.add("STATUS:" + (entry.cancelled ? "CANCELLED" : "CONFIRMED"));
            lines.add("END:VEVENT");
        }
        lines.add("END:VCALENDAR");
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> fold(line, text));
        return text.toString();
    }

    /** The zone's offset at the first entry, and its changes until after the last. */
    private void zoneLines(List<String> lines) {
        LocalDate first = entries.stream()
                .map(entry -> entry.from.toLocalDate())
                .min(LocalDate::compareTo)
                .orElse(LocalDate.ofInstant(stamp, zone));
        LocalDate last = entries.stream()
                .map(entry -> entry.to.toLocalDate())
                .max(LocalDate::compareTo)
                .orElse(first);
        lines.add("BEGIN:VTIMEZONE");
        lines.add("TZID:" + zone.getId());
        Instant start = first.withDayOfYear(1).atStartOfDay(zone).toInstant();
        ZoneOffset offset = zone.getRules().getOffset(start);
        observance(lines, "STANDARD", LocalDateTime.ofInstant(start, offset), offset, offset);
        ZoneOffsetTransition change = zone.getRules().nextTransition(start);
        while (change != null && !change.getDateTimeBefore().toLocalDate().isAfter(last.plusYears(1))) {
            boolean daylight = zone.getRules().isDaylightSavings(change.getInstant());
            observance(
                    lines,
                    daylight ? "DAYLIGHT" : "STANDARD",
                    change.getDateTimeBefore(),
                    change.getOffsetBefore(),
                    change.getOffsetAfter());
            change = zone.getRules().nextTransition(change.getInstant());
        }
        lines.add("END:VTIMEZONE");
    }

    private static void observance(
            List<String> lines, String kind, LocalDateTime at, ZoneOffset before, ZoneOffset after) {
        lines.add("BEGIN:" + kind);
        lines.add("DTSTART:" + LOCAL.format(at));
        lines.add("TZOFFSETFROM:" + OFFSET.format(before).replace("Z", "+0000"));
        lines.add("TZOFFSETTO:" + OFFSET.format(after).replace("Z", "+0000"));
        lines.add("END:" + kind);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** At 75 octets of UTF-8, never within a character. */
    private static void fold(String line, StringBuilder text) {
        int octets = 0;
        int at = 0;
        while (at < line.length()) {
            int point = line.codePointAt(at);
            String character = new String(Character.toChars(point));
            int more = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > LINE_OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(character);
            octets += more;
            at += character.length();
        }
        text.append("\r\n");
    }
}
