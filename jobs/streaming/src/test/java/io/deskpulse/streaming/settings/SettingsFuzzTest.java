package io.deskpulse.streaming.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.schemas.testing.Fuzz;
import io.deskpulse.schemas.testing.Fuzz.Refused;
import io.deskpulse.streaming.reasons.ReasonFile;
import io.deskpulse.streaming.shops.ShopFile;
import io.deskpulse.streaming.topics.TopicFile;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Damaged files of settings are read, or every mistake in them is told in words; nothing breaks, nothing hangs. */
class SettingsFuzzTest {
    private static final double SHARE = 0.01;
    private static final String SHOPS = """
            shops:
              northlight:
                name: Northlight Outdoor
                time_zone: America/Chicago
                currency: USD
                language: en
                platform: own
                hours: {mon-sat: ["09:00-21:00"]}
                holidays: [2026-12-25]
                rule: tb.resp3m@1
                target_percent: 90
                groups: {presale: ["northlight:emma"]}
                workbench: https://desk.example/{kind}/{id}
                handling_cost_per_hour: 24.50
                quotes: true
                campaigns: [{name: Black Friday, from: 2026-11-27, to: 2026-12-01}]
            default_shop: {time_zone: Asia/Shanghai, currency: CNY}
            """;
    private static final String TOPICS = """
            versions:
              - version: 2026-12
                from: 2026-12-01T00:00:00+08:00
                topics:
                  - code: ENGRAVING
                    zh: 刻字
                    en: Engraving
                    cause: orders_open
                    synonyms: {zh: [刻字, 刻…名字], en: [engrave]}
                  - code: SIZE
                    synonyms: {zh: [几号的]}
                    without: {zh: [多大的]}
            """;
    private static final String REASONS = """
            reasons:
              - code: wrong_engraving
                zh: 刻字错误
                en: Wrong engraving
                kind: quality
                edition: 1
                synonyms: {zh: [刻字…错], en: [wrong name on]}
              - code: broken
                synonyms: {zh: [碎成渣]}
            attributes:
              - code: engraving
                zh: 刻字
                en: Engraving
            """;
    private static final String LEVELS = """
            calendars:
              office:
                time_zone: Asia/Shanghai
                holidays: [2026-10-01, 2026-10-02]
                special_days: {2026-10-10: ["09:00-18:00"]}
                schedules:
                  - hours: {mon-fri: ["09:00-12:00", "13:00-18:00"]}
            policies:
              - {name: urgent, priorities: [P1], first_reply: PT30M, next_reply: PT2H, resolution: PT8H, calendar: office}
            default_policy: {first_reply: PT4H, next_reply: PT15H, resolution: PT45H, calendar: office}
            """;

    @Test
    void aFileOfShops() {
        fuzz(SHOPS, SHARE, text -> ShopFile.parse(text).problems());
    }

    @Test
    void aFileOfTopics() {
        // Each is joined with the lexicon of the jar: 17 ms an input.
        fuzz(TOPICS, 0.002, text -> TopicFile.parse(text).problems());
    }

    @Test
    void aFileOfReasons() {
        fuzz(REASONS, SHARE, text -> ReasonFile.parse(text).problems());
    }

    @Test
    void aFileOfServiceLevels() {
        fuzz(LEVELS, SHARE, text -> ResolutionSettings.parse(text).problems());
    }

    private static void fuzz(String sample, double share, Function<String, List<YamlProblem>> reader) {
        assertThat(reader.apply(sample)).isEmpty();
        Refused seen = Fuzz.inWords(List.of(sample), share, reader);
        assertThat(seen.refused()).isBetween(1L, seen.inputs());
    }
}
