package io.deskpulse.ops.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleTextTest {

    @Test
    void tellsTheFormulaInOneLine() {
        assertThat(
                        words(
                                "facts: ROUNDS, measure: WITHIN, limit_ms: 180000, window_from: '08:00', window_to: '22:59:59'"))
                .isEqualTo("rounds with a person, opened 08:00:00 to 22:59:59: answered within 180 s / all");
        assertThat(words("facts: ROUNDS, measure: SUM, min_response_ms: 1500, human_valid_only: true"))
                .isEqualTo(
                        "rounds answered by people after 1500 ms or more, opened at any time: sum of responses / all");
        assertThat(words("facts: ROUNDS, measure: SUM"))
                .isEqualTo("rounds answered, opened at any time: sum of responses / all");
        assertThat(words("facts: BUYERS, measure: ALL_WITHIN, limit_ms: 3600000"))
                .isEqualTo("buyers of a day who asked people at any time: every question answered within 1 h / all");
        assertThat(
                        words(
                                "facts: UNPAID_ORDERS, measure: PAID_AFTER_REMINDER, limit_ms: 86400000, min_response_ms: 900000"))
                .isEqualTo("orders unpaid for 15 min and reminded: paid within 24 h of the first reminder / all");
        assertThat(words("facts: RATINGS, measure: SATISFIED, worst_good_score: 1"))
                .isEqualTo("conversation days with a rating: rated 0 to 1 of 0 (very good) to 4 / all");
    }

    @Test
    void showsARuleOfALaterBuildAsItIs() {
        RuleVersion rule = new RuleVersion(
                "x",
                "1",
                RuleVersion.ALWAYS_FROM,
                LocalDate.of(2027, 1, 1),
                "PARCELS",
                "SIGNED",
                0,
                86_399,
                null,
                5L,
                0,
                false,
                null,
                Map.of("VIP", 60_000L),
                "s");

        assertThat(RuleText.words(rule)).isEqualTo("PARCELS, SIGNED");
        assertThat(RuleText.file(rule)).contains("cap_ms: 5\n").contains("window_to: \"23:59:59\"\n");
        assertThat(RuleText.file(rule)).contains("tier_limits:\n  \"VIP\": 60000\n");
        assertThat(RuleText.counted(rule)).isEmpty();
    }

    @Test
    void tellsWhenARuleHolds() {
        assertThat(RuleText.validity(rule(""))).isEqualTo("always");
        assertThat(RuleText.validity(rule(", valid_from: 2027-01-01"))).isEqualTo("from 2027-01-01");
        assertThat(RuleText.validity(rule(", valid_to: 2027-01-01"))).isEqualTo("until before 2027-01-01");
        assertThat(RuleText.validity(rule(", valid_from: 2026-01-01, valid_to: 2027-01-01")))
                .isEqualTo("from 2026-01-01 until before 2027-01-01");
    }

    @Test
    void versionsOverlapOnlyOnDaysAskedFor() {
        RuleVersion old = rule(", valid_to: 2027-01-01");
        RuleVersion young = rule(", valid_from: 2027-01-01");
        RuleVersion whole = rule("");

        assertThat(old.overlaps(young, LocalDate.of(2026, 1, 1), LocalDate.of(2028, 1, 1)))
                .isFalse();
        assertThat(old.overlaps(whole, LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 31)))
                .isTrue();
        assertThat(old.overlaps(whole, LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 31)))
                .isFalse();
    }

    private static RuleVersion rule(String more) {
        return parse("facts: CALLS, measure: CONSENT" + more);
    }

    private static String words(String fields) {
        return RuleText.words(parse(fields));
    }

    private static RuleVersion parse(String fields) {
        RuleFile file = RuleFile.parse("{rule_id: x.y, version: 1, source: s, " + fields + "}");
        assertThat(file.problems()).isEmpty();
        return file.rule();
    }
}
