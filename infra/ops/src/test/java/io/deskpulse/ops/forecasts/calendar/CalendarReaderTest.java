package io.deskpulse.ops.forecasts.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.ops.UserError;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import net.fortuna.ical4j.util.Configurator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendars as people write them, and as they should not. */
class CalendarReaderTest {
    private static final LocalDate LAST = LocalDate.of(2028, 12, 31);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void aWholeDayIsADayAndTheEndIsExclusive() {
        assertThat(read(
                        "BEGIN:VEVENT",
                        "UID:a",
                        "DTSTART;VALUE=DATE:20261111",
                        "DTEND;VALUE=DATE:20261114",
                        "SUMMARY:11\\, 11",
                        "CATEGORIES:big,sale",
                        "END:VEVENT"))
                .containsExactly(new CalendarEvent("a", null, day("2026-11-11"), 3, "11, 11", "big", false));
    }

    @Test
    void timesAreDaysOfTheShop() {
        // 20:00 in Berlin is 03:00 of the next day in Shanghai; it ends at midnight there, and so has one day.
        assertThat(read(
                        "BEGIN:VEVENT",
                        "UID:a",
                        "DTSTART;TZID=Europe/Berlin:20261111T200000",
                        "DURATION:PT21H",
                        "SUMMARY:live",
                        " stream",
                        "BEGIN:VALARM",
                        "TRIGGER:-PT1H",
                        "END:VALARM",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "UID:b",
                        "DTSTART:20261111T160000Z",
                        "SUMMARY:b",
                        "STATUS:CANCELLED",
                        "END:VEVENT"))
                .containsExactly(
                        new CalendarEvent("a", null, day("2026-11-12"), 1, "livestream", "", false),
                        new CalendarEvent("b", null, day("2026-11-12"), 1, "b", "", true));
    }

    @Test
    void oneTimeOfAnEventThatRecursMoves() {
        assertThat(read(
                        "BEGIN:VEVENT",
                        "UID:a",
                        "DTSTART;VALUE=DATE:20251111",
                        "RRULE:FREQ=YEARLY;UNTIL=20281111",
                        "EXDATE;VALUE=DATE:20271111",
                        "RDATE;VALUE=DATE:20260618",
                        "SUMMARY:1111",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "UID:a",
                        "SEQUENCE:2",
                        "RECURRENCE-ID;VALUE=DATE:20261111",
                        "DTSTART;VALUE=DATE:20261112",
                        "SUMMARY:1111",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "UID:a",
                        "SEQUENCE:1",
                        "RECURRENCE-ID;VALUE=DATE:20261111",
                        "DTSTART;VALUE=DATE:20261101",
                        "SUMMARY:1111",
                        "END:VEVENT"))
                .extracting(event -> event.original() + " on " + event.from())
                .containsExactly(
                        "2025-11-11 on 2025-11-11",
                        "2026-06-18 on 2026-06-18",
                        "2026-11-11 on 2026-11-12",
                        "2028-11-11 on 2028-11-11");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=YEARLY | 2025-11-11 2026-11-11 2027-11-11 2028-11-11",
                "FREQ=YEARLY;INTERVAL=2;COUNT=2 | 2025-11-11 2027-11-11",
                "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH | 2025-11-27 2026-11-26 2027-11-25 2028-11-23",
                "FREQ=YEARLY;BYDAY=-1FR;BYMONTH=11 | 2025-11-28 2026-11-27 2027-11-26 2028-11-24",
                "FREQ=YEARLY;BYYEARDAY=-1,100 | 2026-12-31 2027-04-10 2027-12-31 2028-04-09 2028-12-31",
                "FREQ=YEARLY;BYDAY=20MO | 2026-05-18 2027-05-17 2028-05-15",
                "FREQ=YEARLY;BYWEEKNO=46;BYDAY=WE | 2025-11-12 2026-11-11 2027-11-17 2028-11-15",
                "FREQ=YEARLY | 2024-02-29 2028-02-29",
                "FREQ=MONTHLY;COUNT=3 | 2025-01-31 2025-03-31 2025-05-31",
                "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4 | 2027-12-31 2028-01-31 2028-02-29 2028-03-31",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3 | 2026-01-30 2026-02-27 2026-03-31",
                "FREQ=MONTHLY;BYDAY=1SA;INTERVAL=3;COUNT=3 | 2025-11-01 2026-02-07 2026-05-02",
                "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR | 2026-02-13 2026-03-13 2026-11-13 2027-08-13 2028-10-13",
                "FREQ=WEEKLY;BYDAY=TU,SU;WKST=SU;INTERVAL=2;COUNT=4 | 2025-11-11 2025-11-23 2025-11-25 2025-12-07",
                "FREQ=WEEKLY;UNTIL=20251202 | 2025-11-11 2025-11-18 2025-11-25 2025-12-02",
                "FREQ=WEEKLY;UNTIL=20251125T000000Z | 2025-11-11 2025-11-18 2025-11-25",
                "FREQ=DAILY;INTERVAL=10;BYMONTH=1;UNTIL=20270110 | 2026-01-01 2026-01-11 2026-01-21 2026-01-31 2027-01-06",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29 | 2024-02-29 2028-02-29",
                // A first time that the rule does not have is left open by the standard; it is one here.
                "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=18;UNTIL=20270618 | 2025-11-11 2026-06-18 2027-06-18"
            })
    void recursOnTheDaysOfTheRule(String rule, String days) {
        String first = days.substring(0, days.indexOf(' ')).replace("-", "");
        assertThat(read(
                        "BEGIN:VEVENT",
                        "UID:a",
                        "DTSTART;VALUE=DATE:" + first,
                        "RRULE:" + rule,
                        "SUMMARY:a",
                        "END:VEVENT"))
                .extracting(event -> event.from().toString())
                .containsExactly(days.split(" "));
    }

    @Test
    void recursOnTheClockOfTheEvent() {
        // Tuesdays at 20:00 in Berlin, in summer and in winter, are Wednesdays in Shanghai.
        assertThat(read(
                        "BEGIN:VEVENT",
                        "UID:a",
                        "DTSTART;TZID=Europe/Berlin:20261013T200000",
                        "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261103T190000Z",
                        "EXDATE;TZID=Europe/Berlin:20261020T200000",
                        "RDATE;VALUE=PERIOD:20261224T100000Z/PT3H,20261225T170000Z/20261225T180000Z",
                        "SUMMARY:live",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "UID:a",
                        "RECURRENCE-ID;TZID=Europe/Berlin:20261027T200000",
                        "DTSTART;TZID=Europe/Berlin:20261028T120000",
                        "SUMMARY:live",
                        "END:VEVENT"))
                .extracting(event -> event.original() + " on " + event.from())
                .containsExactly(
                        "2026-10-14 on 2026-10-14",
                        "2026-10-28 on 2026-10-28",
                        "2026-11-04 on 2026-11-04",
                        "2026-12-24 on 2026-12-24",
                        "2026-12-26 on 2026-12-26");
    }

    @Test
    void aRuleOfTimesMayEndByADay() {
        assertThat(read(
                        "BEGIN:VEVENT",
                        "UID:a",
                        "DTSTART:20251111T100000",
                        "RRULE:FREQ=DAILY;UNTIL=20251113",
                        "SUMMARY:a",
                        "END:VEVENT"))
                .extracting(event -> event.from().toString())
                .containsExactly("2025-11-11", "2025-11-12", "2025-11-13");
    }

    @ParameterizedTest
    @CsvSource({
        "20260715T175959,2026-07-15",
        "20260715T180000,2026-07-16",
        "20270115T165959,2027-01-15",
        "20270115T170000,2027-01-16",
        "20281029T165959,2028-10-29",
        "20281029T170000,2028-10-30"
    })
    void zonesMayBeThoseOfTheFile(String time, String day) {
        // UTC+2 until the last Sunday of October, then UTC+1; Shanghai is at UTC+8.
        assertThat(read(
                        "BEGIN:VTIMEZONE",
                        "TZID:W. Europe Standard Time",
                        "BEGIN:STANDARD",
                        "DTSTART:16010101T030000",
                        "TZOFFSETFROM:+0200",
                        "TZOFFSETTO:+0100",
                        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
                        "END:STANDARD",
                        "BEGIN:DAYLIGHT",
                        "DTSTART:16010101T020000",
                        "TZOFFSETFROM:+0100",
                        "TZOFFSETTO:+0200",
                        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
                        "END:DAYLIGHT",
                        "END:VTIMEZONE",
                        "BEGIN:VEVENT",
                        "UID:a",
                        "DTSTART;TZID=W. Europe Standard Time:" + time,
                        "SUMMARY:a",
                        "END:VEVENT"))
                .extracting(event -> event.from().toString())
                .containsExactly(day);
    }

    @ParameterizedTest
    @CsvSource({
        // Egypt has had summer time again since 2023, which the library's own zone has not: 18:30 there is 23:30 in
        // Shanghai.
        "Africa/Cairo,20260714T183000,2026-07-14",
        "Africa/Cairo,20260714T190000,2026-07-15",
        "America/Argentina/Buenos_Aires,20260114T125959,2026-01-14",
        "America/Argentina/Buenos_Aires,20260114T130000,2026-01-15"
    })
    void zonesThatJavaKnowsAreThoseOfJava(String zone, String time, String day) {
        assertThat(read("BEGIN:VEVENT", "UID:a", "DTSTART;TZID=" + zone + ":" + time, "SUMMARY:a", "END:VEVENT"))
                .extracting(event -> event.from().toString())
                .containsExactly(day);
    }

    @Test
    void nothingOfALibraryIsFetched() {
        assertThat(Configurator.getProperty("net.fortuna.ical4j.timezone.update.enabled"))
                .contains("false");
    }

    @Test
    void mistakesAreToldByLine() {
        assertThat(problems("nothing")).containsExactly("1: is no calendar; it must begin with BEGIN:VCALENDAR");
        assertThat(problems("BEGIN:VCALENDAR", "", "BEGIN:VEVENT", "DTSTART 20261111", "END:VEVENT"))
                .containsExactly("4: is no NAME:VALUE");
        assertThat(problems(
                        "BEGIN:VCALENDAR",
                        "BEGIN:VEVENT",
                        "UID:a",
                        "DTSTART:20261311",
                        "SUMMARY:a",
                        "END:VEVENT",
                        "END:VCALENDAR"))
                .containsExactly("4: DTSTART is no day or time that can be told: 20261311");
        assertThat(problems(
                        "BEGIN:VCALENDAR",
                        "BEGIN:VEVENT",
                        "UID:a",
                        "DTSTART;TZID=China Time:20261111T000000",
                        "RRULE:FREQ=HOURLY",
                        "SUMMARY:a",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "UID:b",
                        "SUMMARY:b",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "UID:c",
                        "DTSTART;TZID=China Time:20261111T000000",
                        "SUMMARY:a",
                        " b",
                        "END:VEVENT",
                        "END:VCALENDAR"))
                .containsExactly(
                        "5: RRULE must have FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, got HOURLY",
                        "8: the event has no DTSTART",
                        "14: DTSTART is no day or time that can be told: 20261111T000000 in the zone China Time");
        assertThat(problems("BEGIN:VCALENDAR", "BEGIN:VEVENT", "END:VCALENDAR", ""))
                .containsExactly("3: END:VCALENDAR ends what does not begin there");
        assertThat(problems("BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:a"))
                .containsExactly("3: the file ends within a calendar");
    }

    @Test
    void timesThatTheLibraryCannotWriteAreToldByLineToo() {
        assertThat(problems(
                        "BEGIN:VCALENDAR",
                        "BEGIN:VTIMEZONE",
                        "TZID:Own",
                        "BEGIN:STANDARD",
                        "DTSTART:19701025T030000",
                        "TZOFFSETFROM:+0100",
                        "TZOFFSETTO:+0100",
                        "END:STANDARD",
                        "END:VTIMEZONE",
                        "BEGIN:VEVENT",
                        "UID:a",
                        "DTSTART:20261111",
                        "RDATE;TZID=Own:20261TE;20261112T200000,20261113T200000",
                        "SUMMARY:a",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "UID:b",
                        "DTSTART;TZID=Europe/Berli;VALUE=DATE:20261111",
                        "SUMMARY:b",
                        "END:VEVENT",
                        "END:VCALENDAR"))
                .containsExactly(
                        "13: RDATE is no day or time that can be told: … in the zone Own",
                        "18: DTSTART is no day or time that can be told: … in the zone Europe/Berli");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=SECONDLY | must have FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, got SECONDLY",
                "FREQ=DAILY;BYHOUR=1,2 | recurs more often than once a day",
                "FREQ=YEARLY;COUNT=0 | must have COUNT from 1 on, got COUNT=0",
                "FREQ=YEARLY;INTERVAL=-1 | must have INTERVAL from 1 on, got INTERVAL=-1",
                "RSCALE=CHINESE;FREQ=YEARLY | has a part that is not known: RSCALE=CHINESE",
                "FREQ=YEARLY;BYDAY=XX | is no rule: FREQ=YEARLY;BYDAY=XX: Invalid value XX for BYDAY"
            })
    void rulesThatAreNoneAreTold(String rule, String problem) {
        assertThat(problems(
                        "BEGIN:VCALENDAR",
                        "BEGIN:VEVENT",
                        "UID:a",
                        "DTSTART:20261111",
                        "RRULE:" + rule,
                        "SUMMARY:a",
                        "END:VEVENT",
                        "END:VCALENDAR"))
                .containsExactly("5: RRULE " + problem);
    }

    @Test
    @Timeout(60)
    void filesThatAskForTooMuchAreRefused() {
        String elevens = "11,".repeat(40_000) + "11";
        assertThat(problems(
                        "BEGIN:VCALENDAR",
                        "BEGIN:VEVENT",
                        "UID:a",
                        "DTSTART:20261111",
                        "RRULE:FREQ=YEARLY;BYMONTH=" + elevens,
                        "SUMMARY:a",
                        "END:VEVENT",
                        "END:VCALENDAR"))
                .containsExactly("5: RRULE combines more than 1000 numbers");
        assertThat(problems("BEGIN:VCALENDAR", "BEGIN:VEVENT\n".repeat(100_000)))
                .containsExactly("10: components are nested too deep");
        assertThat(read(
                        "BEGIN:VEVENT",
                        "UID:a",
                        "DTSTART:00010101",
                        "RRULE:FREQ=DAILY",
                        "SUMMARY:a" + "\r\n ".repeat(1_000_000),
                        "END:VEVENT"))
                .hasSize(CalendarReader.MOST_EVENTS + 1);
    }

    @Test
    void largeFilesAreNotRead(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("large.ics");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength((16L << 20) + 1);
        }
        assertThatThrownBy(() -> EventImport.read(file, SHANGHAI, LAST))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is larger than 16 MiB");
    }

    private static List<String> problems(String... lines) {
        CalendarReader reader = new CalendarReader(SHANGHAI, LAST);
        reader.read(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        return reader.problems();
    }

    private static List<CalendarEvent> read(String... lines) {
        CalendarReader reader = new CalendarReader(SHANGHAI, LAST);
        String text = Stream.of(Stream.of("BEGIN:VCALENDAR"), Stream.of(lines), Stream.of("END:VCALENDAR", ""))
                .flatMap(part -> part)
                .reduce((one, other) -> one + "\r\n" + other)
                .orElseThrow();
        List<CalendarEvent> events = reader.read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(reader.problems()).isEmpty();
        return events;
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
