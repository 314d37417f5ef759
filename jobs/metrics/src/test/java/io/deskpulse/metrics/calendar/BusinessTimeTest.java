package io.deskpulse.metrics.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Business time, worked out by hand. */
class BusinessTimeTest {
    private static final Map<String, BusinessCalendar> CALENDARS = Map.ofEntries(
            Map.entry("office", new Calendars("UTC").weekdays("09:00-17:00").calendar()),
            Map.entry(
                    "lunch",
                    new Calendars("Asia/Shanghai")
                            .weekdays("09:00-12:00", "13:00-18:00")
                            .calendar()),
            Map.entry("golden-week", goldenWeek()),
            Map.entry(
                    "summer-hours",
                    new Calendars("UTC")
                            .weekdays("09:00-17:00")
                            .to("2026-07-01")
                            .and("UTC")
                            .weekdays("08:00-14:00")
                            .from("2026-07-01")
                            .calendar()),
            Map.entry(
                    "between-the-years",
                    new Calendars("UTC")
                            .weekdays("09:00-17:00")
                            .to("2026-01-01")
                            .and("UTC")
                            .weekdays("09:00-17:00")
                            .from("2026-01-05")
                            .calendar()),
            Map.entry(
                    "berlin",
                    new Calendars("Europe/Berlin").weekdays("09:00-17:00").calendar()),
            Map.entry(
                    "berlin-always",
                    new Calendars("Europe/Berlin").daily("00:00-24:00").calendar()),
            Map.entry(
                    "berlin-nights",
                    new Calendars("Europe/Berlin").daily("01:00-04:00").calendar()),
            Map.entry(
                    "berlin-half-hour",
                    new Calendars("Europe/Berlin").daily("02:15-02:45").calendar()),
            Map.entry(
                    "new-york",
                    new Calendars("America/New_York").weekdays("09:00-17:00").calendar()),
            Map.entry(
                    "lord-howe",
                    new Calendars("Australia/Lord_Howe").daily("00:00-24:00").calendar()),
            Map.entry(
                    "sao-paulo",
                    new Calendars("America/Sao_Paulo").daily("00:00-08:00").calendar()),
            Map.entry(
                    "follow-the-sun",
                    new Calendars("Asia/Shanghai")
                            .daily("09:00-18:00")
                            .and("America/New_York")
                            .daily("09:00-18:00")
                            .calendar()),
            Map.entry(
                    "neighbours",
                    new Calendars("Asia/Shanghai")
                            .daily("09:00-18:00")
                            .and("Asia/Tokyo")
                            .daily("09:00-18:00")
                            .calendar()),
            Map.entry(
                    "friday-night",
                    new Calendars("UTC")
                            .open(List.of(DayOfWeek.FRIDAY), "22:00-24:00")
                            .open(List.of(DayOfWeek.SATURDAY), "00:00-06:00")
                            .calendar()));

    private static BusinessCalendar goldenWeek() {
        Calendars calendars = new Calendars("Asia/Shanghai").weekdays("09:00-17:00");
        for (int day = 1; day <= 7; day++) {
            calendars.date(LocalDate.of(2026, 10, day).toString());
        }
        return calendars.date("2026-10-10", "09:00-17:00").calendar();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '"', textBlock = """
            "the published one: opened on Friday at 16:00, resolved on Monday at 10:00", office, UTC, 2026-11-20T16:00, 2026-11-23T10:00, PT2H
            "no time at all", office, UTC, 2026-11-23T10:00, 2026-11-23T10:00, PT0S
            "a weekend", office, UTC, 2026-11-20T18:00, 2026-11-22T12:00, PT0S
            "exactly one working day", office, UTC, 2026-11-23T09:00, 2026-11-23T17:00, PT8H
            "a whole week", office, UTC, 2026-11-23T00:00, 2026-11-30T00:00, PT40H
            "half a second", office, UTC, 2026-11-24T10:15:30.250, 2026-11-24T10:15:30.750, PT0.5S
            "the end before the start", office, UTC, 2026-11-24T10:00, 2026-11-23T10:00, PT0S
            "the last and the first millisecond", office, UTC, 2026-11-23T16:59:59.999, 2026-11-24T09:00:00.001, PT0.002S
            "across a leap day", office, UTC, 2028-02-28T16:00, 2028-03-01T09:00, PT9H
            "across the lunch break", lunch, Asia/Shanghai, 2026-11-11T11:30, 2026-11-11T13:30, PT1H
            "within the lunch break", lunch, Asia/Shanghai, 2026-11-11T12:10, 2026-11-11T12:50, PT0S
            "the same seen from another zone", lunch, UTC, 2026-11-11T03:30, 2026-11-11T05:30, PT1H
            "across seven holidays", golden-week, Asia/Shanghai, 2026-09-30T16:00, 2026-10-08T10:00, PT2H
            "a Saturday worked instead", golden-week, Asia/Shanghai, 2026-10-09T16:00, 2026-10-12T10:00, PT10H
            "across the change to summer hours", summer-hours, UTC, 2026-06-30T16:00, 2026-07-01T09:00, PT2H
            "the week of that change", summer-hours, UTC, 2026-06-29T00:00, 2026-07-04T00:00, PT34H
            "days between two schedules", between-the-years, UTC, 2025-12-31T16:00, 2026-01-05T10:00, PT2H
            "office hours across the start of summer time", berlin, Europe/Berlin, 2026-03-27T16:00, 2026-03-30T10:00, PT2H
            "a day of 23 hours", berlin-always, Europe/Berlin, 2026-03-29T00:00, 2026-03-30T00:00, PT23H
            "a day of 25 hours", berlin-always, Europe/Berlin, 2026-10-25T00:00, 2026-10-26T00:00, PT25H
            "hours that are skipped", berlin-nights, Europe/Berlin, 2026-03-29T00:00, 2026-03-29T12:00, PT2H
            "hours that are repeated", berlin-nights, Europe/Berlin, 2026-10-25T00:00, 2026-10-25T12:00, PT4H
            "a half hour that is not there", berlin-half-hour, Europe/Berlin, 2026-03-29T00:00, 2026-03-30T00:00, PT0S
            "a half hour that comes twice", berlin-half-hour, Europe/Berlin, 2026-10-25T00:00, 2026-10-26T00:00, PT1H
            "office hours across the end of summer time", new-york, America/New_York, 2026-10-30T16:00, 2026-11-02T10:00, PT2H
            "a clock set back by half an hour", lord-howe, Australia/Lord_Howe, 2026-04-05T00:00, 2026-04-06T00:00, PT24H30M
            "a day that begins at one o'clock", sao-paulo, America/Sao_Paulo, 2018-11-03T12:00, 2018-11-04T12:00, PT7H
            "two teams on two sides of the world", follow-the-sun, Asia/Shanghai, 2026-11-11T09:00, 2026-11-12T09:00, PT18H
            "two teams at the same time count once", neighbours, UTC, 2026-11-11T00:00, 2026-11-12T00:00, PT10H
            "a night shift", friday-night, UTC, 2026-11-20T20:00, 2026-11-21T12:00, PT8H
            """)
    void businessTimeBetween(String what, String calendar, String zone, String from, String to, Duration expected) {
        long millis = CALENDARS.get(calendar).between(millis(from, zone), millis(to, zone));

        assertThat(Duration.ofMillis(millis)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '"', textBlock = """
            "within the day", office, UTC, 2026-11-23T10:00, PT3H, 2026-11-23T13:00
            "over the weekend", office, UTC, 2026-11-20T16:00, PT2H, 2026-11-23T10:00
            "due at closing time, not at the next opening", office, UTC, 2026-11-20T16:00, PT1H, 2026-11-20T17:00
            "started before opening", office, UTC, 2026-11-23T06:00, PT1H, 2026-11-23T10:00
            "started on a Saturday", office, UTC, 2026-11-21T12:00, PT8H, 2026-11-23T17:00
            "nothing to add, even when closed", office, UTC, 2026-11-21T12:00, PT0S, 2026-11-21T12:00
            "over the holidays", golden-week, Asia/Shanghai, 2026-09-30T16:00, PT2H, 2026-10-08T10:00
            "into summer hours", summer-hours, UTC, 2026-06-30T16:00, PT7H, 2026-07-01T14:00
            "over a skipped hour", berlin-always, Europe/Berlin, 2026-03-29T00:00, PT4H, 2026-03-29T05:00
            "over a repeated hour", berlin-always, Europe/Berlin, 2026-10-25T00:00, PT4H, 2026-10-25T03:00
            "handed from team to team", follow-the-sun, Asia/Shanghai, 2026-11-11T17:00, PT2H, 2026-11-11T23:00
            """)
    void businessTimeAdded(String what, String calendar, String zone, String from, Duration duration, String expected) {
        long millis = CALENDARS.get(calendar).add(millis(from, zone), duration.toMillis());

        assertThat(millis).isEqualTo(millis(expected, zone));
    }

    @Test
    void addingAndMeasuringAgree() {
        SplittableRandom random = new SplittableRandom(11);
        CALENDARS.forEach((name, calendar) -> {
            for (int i = 0; i < 200; i++) {
                long start = millis("2025-12-20T00:00", "UTC")
                        + random.nextLong(Duration.ofDays(370).toMillis());
                long duration = 1 + random.nextLong(Duration.ofHours(60).toMillis());
                long end = calendar.add(start, duration);

                assertThat(calendar.between(start, end))
                        .as("%s %d + %d", name, start, duration)
                        .isEqualTo(duration);
                assertThat(calendar.between(start, end - 1)).isEqualTo(duration - 1);
                long middle = start + (end - start) / 2;
                assertThat(calendar.between(start, middle) + calendar.between(middle, end))
                        .isEqualTo(duration);
            }
        });
    }

    @Test
    void whatIsDueAfterTheLastScheduleNeverComes() {
        BusinessCalendar ended =
                new Calendars("UTC").weekdays("09:00-17:00").to("2026-01-01").calendar();

        assertThat(ended.add(millis("2025-12-31T16:30", "UTC"), 60_000 * 60)).isEqualTo(BusinessCalendar.NEVER);
        assertThat(ended.between(millis("2026-02-01T00:00", "UTC"), millis("2026-03-01T00:00", "UTC")))
                .isZero();
    }

    @Test
    void impossibleValuesAreNamed() {
        BusinessCalendar office = CALENDARS.get("office");

        assertThatThrownBy(() -> office.add(0, -1)).hasMessage("durationMillis must be >= 0, got -1");
        assertThatThrownBy(() -> new OpenHours(3600, 3600)).hasMessageContaining("got 3600 to 3600");
        assertThatThrownBy(() -> new BusinessCalendar("none", List.of()))
                .hasMessage("calendar none must have a schedule");
    }

    private static long millis(String local, String zone) {
        return LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant().toEpochMilli();
    }
}
