package io.deskpulse.streaming.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.calendar.BusinessCalendar;
import io.deskpulse.metrics.resolution.SlaPolicy;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ResolutionSettingsTest {
    private static final String GOOD = """
            calendars:
              office:
                time_zone: Europe/Berlin
                holidays: [2026-12-25]
                schedules:
                  - hours:
                      mon-thu: ["09:00-12:00", "13:00-17:00"]
                      fri: "09:00-15:00"
                    valid_to: 2026-07-01
                  - hours: {mon-fri: ["10:00-16:00"], sun: ["22:00-02:00"]}
                    valid_from: 2026-07-01
                    special_days: {2026-12-24: ["10:00-12:00"]}
            policies:
              - name: urgent
                shops: [s1, s2]
                priorities: P1
                categories: [QUALITY]
                complaint: true
                first_reply: PT30M
                resolution: PT8H
                calendar: office
                valid_from: 2026-01-01
                valid_to: 2026-07-01
              - name: urgent
                first_reply: PT15M
                calendar: office
                valid_from: 2026-07-01
            default_policy: {first_reply: PT1H, next_reply: PT4H, calendar: office}
            """;

    private static final String BAD = """
            calendars:
              office:
                time_zone: Mars/Base
                holidays: [2026-13-01]
                schedules:
                  - hours:
                      monday: ["09:00-17:00"]
                      tue: ["9-17", "09:00-12:00", "11:00-13:00"]
                    valid_from: 2026-07-01
                    valid_to: 2026-07-01
              empty:
                time_zone: UTC
                schedules: []
                colour: red
            policies:
              - first_reply: 4 hours
                calendar: nowhere
              - name: x
                complaint: maybe
                first_reply: PT0S
                resolution: P1000D
              - just a word
            default_policy:
              name: default
            """;

    @Test
    void aFileIsReadInFull() {
        ResolutionSettings settings = ResolutionSettings.parse(GOOD);

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.policies().policies()).hasSize(2);
        SlaPolicy urgent = settings.policies().policies().get(0);
        assertThat(urgent.scope().shops()).containsExactlyInAnyOrder("s1", "s2");
        assertThat(urgent.scope().priorities()).containsExactly("P1");
        assertThat(urgent.scope().complaint()).isTrue();
        assertThat(urgent.firstReplyMillis()).isEqualTo(1_800_000);
        assertThat(urgent.nextReplyMillis()).isEqualTo(SlaPolicy.NO_TARGET);
        assertThat(urgent.validToMillis()).isEqualTo(berlin("2026-07-01T00:00"));
        assertThat(settings.policies().fallback().nextReplyMillis()).isEqualTo(4 * 3_600_000);
    }

    @Test
    void theCalendarOfAFileCounts() {
        BusinessCalendar office =
                ResolutionSettings.parse(GOOD).policies().fallback().calendar();

        assertThat(hours(office, "2026-03-02T00:00", "2026-03-07T00:00")).isEqualTo(Duration.ofHours(34));
        assertThat(hours(office, "2026-11-02T00:00", "2026-11-07T00:00")).isEqualTo(Duration.ofHours(32));
        assertThat(hours(office, "2026-11-01T20:00", "2026-11-02T09:00")).isEqualTo(Duration.ofHours(4));
        assertThat(hours(office, "2026-12-24T00:00", "2026-12-26T00:00")).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void theBundledSettingsAreGood() {
        ResolutionSettings settings = ResolutionSettings.bundled();

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.policies().policies()).extracting(SlaPolicy::name).containsExactly("urgent", "complaints");
    }

    @Test
    void everyMistakeIsToldWithItsLine() {
        ResolutionSettings settings = ResolutionSettings.parse(BAD);

        assertThat(settings.policies()).isNull();
        assertThat(settings.problems())
                .extracting(YamlProblem::toString)
                .containsExactly(
                        "line 3, column 16: expected an IANA time zone such as Asia/Shanghai, got Mars/Base",
                        "line 4, column 16: expected a date such as 2026-10-01, got 2026-13-01",
                        "line 7, column 11: expected a weekday (mon ... sun), a range such as mon-fri, or daily, got monday",
                        "line 8, column 11: hours of tuesday overlap",
                        "line 8, column 17: expected hours such as \"09:00-18:00\", from 00:00 to 24:00, got 9-17",
                        "line 10, column 19: valid_to is the first day no longer in force, after valid_from",
                        "line 13, column 16: calendar empty needs at least one schedule",
                        "line 14, column 5: unknown key 'colour' in calendar empty; known are time_zone, holidays, special_days, schedules",
                        "line 16, column 5: a policy needs 'name'",
                        "line 16, column 18: expected an ISO-8601 duration such as PT4H, longer than zero, at most P365D, got 4 hours",
                        "line 17, column 15: there is no calendar 'nowhere'; there are office, empty",
                        "line 18, column 5: a policy needs 'calendar'",
                        "line 19, column 16: expected true or false, got maybe",
                        "line 20, column 18: expected an ISO-8601 duration such as PT4H, longer than zero, at most P365D, got PT0S",
                        "line 21, column 17: expected an ISO-8601 duration such as PT4H, longer than zero, at most P365D, got P1000D",
                        "line 22, column 5: a policy must be a mapping of keys to values",
                        "line 24, column 3: unknown key 'name' in default_policy; known are first_reply, next_reply, resolution, calendar",
                        "line 24, column 3: default_policy needs 'calendar'");
    }

    @Test
    void aPolicyMayComeBackLaterButNotAtTheSameTime() {
        String twice = GOOD.replace("    valid_to: 2026-07-01\n  - name: urgent", "  - name: urgent");

        assertThat(ResolutionSettings.parse(twice).problems())
                .extracting(YamlProblem::toString)
                .containsExactly("line 23, column 5: policy 'urgent' is there twice with overlapping dates");
    }

    @Test
    void aKeyGivenTwiceIsAMistake() {
        assertThat(ResolutionSettings.parse(GOOD + "calendars: {}\n").problems())
                .singleElement()
                .hasToString("line 29, column 1: the file has the key 'calendars' twice");
    }

    @Test
    void whatIsNotYamlIsToldWithItsLine() {
        assertThat(ResolutionSettings.parse("calendars:\n  office: [\n").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.text()).startsWith("not YAML: "));
        assertThat(ResolutionSettings.parse("").problems())
                .singleElement()
                .hasToString("line 1, column 1: the file is empty; it needs calendars and default_policy");
        assertThat(ResolutionSettings.parse("just a word").problems())
                .extracting(YamlProblem::toString)
                .first()
                .isEqualTo("line 1, column 1: the file must be a mapping of keys to values");
    }

    private static Duration hours(BusinessCalendar calendar, String from, String to) {
        return Duration.ofMillis(calendar.between(berlin(from), berlin(to)));
    }

    private static long berlin(String local) {
        return LocalDateTime.parse(local)
                .atZone(ZoneId.of("Europe/Berlin"))
                .toInstant()
                .toEpochMilli();
    }
}
