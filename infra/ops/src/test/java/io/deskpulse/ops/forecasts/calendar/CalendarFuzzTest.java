package io.deskpulse.ops.forecasts.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.schemas.testing.Fuzz;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Damaged calendars are events within bounds, or every mistake in them is told by its line. */
class CalendarFuzzTest {
    private static final LocalDate LAST = LocalDate.of(2028, 12, 31);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String SALES = """
            BEGIN:VCALENDAR
            METHOD:PUBLISH
            BEGIN:VEVENT
            UID:a
            DTSTART;VALUE=DATE:20261111
            DTEND;VALUE=DATE:20261114
            SUMMARY:11\\, 11: peak
            CATEGORIES:big,sale
            RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=2WE;UNTIL=20281111
            EXDATE;VALUE=DATE:20271110
            SEQUENCE:3
            END:VEVENT
            BEGIN:VEVENT
            UID:a
            RECURRENCE-ID;VALUE=DATE:20281108
            DTSTART;VALUE=DATE:20281109
            SUMMARY:later
            STATUS:CANCELLED
            SEQUENCE:4
            END:VEVENT
            END:VCALENDAR
            """;
    private static final String STREAMS = """
            BEGIN:VCALENDAR
            BEGIN:VTIMEZONE
            TZID:Own
            BEGIN:STANDARD
            DTSTART:19701025T030000
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:19700329T020000
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            END:DAYLIGHT
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:b
            DTSTART;TZID=Own:20261111T200000
            DURATION:PT21H
            RDATE;TZID=Own:20261112T200000,20261113T200000
            RDATE;VALUE=PERIOD:20261201T200000Z/PT2H
            SUMMARY:live
             stream
            BEGIN:VALARM
            TRIGGER:-PT1H
            END:VALARM
            END:VEVENT
            BEGIN:VEVENT
            UID:c
            DTSTART;TZID=Europe/Berlin:20261111T200000
            RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=20;WKST=SU
            SUMMARY:c
            END:VEVENT
            END:VCALENDAR
            """;

    @Test
    @Timeout(20_000)
    void aCalendarIsEventsOrItsMistakes() {
        int[] next = new int[1];
        Fuzz.Refused seen = Fuzz.inWords(List.of(SALES, STREAMS), 0.02, text -> {
            CalendarReader reader = new CalendarReader(next[0]++ % 2 == 0 ? SHANGHAI : null, LAST);
            long begun = System.nanoTime();
            List<CalendarEvent> events = reader.read(text.getBytes(StandardCharsets.UTF_8));
            if (System.nanoTime() - begun > 10_000_000_000L) {
                throw new AssertionError("took too long");
            }
            for (CalendarEvent event : events) {
                if (event.from().isAfter(LAST) && event.original() == null || event.days() < 1) {
                    throw new AssertionError("outside of the bounds: " + event);
                }
                Fuzz.requireWords(EventImport.name(event) + EventImport.phase(event));
            }
            assertThat(reader.problems()).allMatch(problem -> problem.matches("(?s)[0-9]+: .+"));
            return reader.problems();
        });

        assertThat(seen.refused()).isBetween(1L, seen.inputs() - 1);
    }
}
