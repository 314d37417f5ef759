package io.deskpulse.ops.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.streaming.yaml.YamlProblem;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleFileTest {
    private static final RuleVersion RULE = new RuleVersion(
            "tb.resp3m",
            "2027",
            LocalDate.of(2027, 1, 1),
            RuleVersion.ALWAYS_TO,
            "ROUNDS",
            "WITHIN",
            28_800,
            82_799,
            120_000L,
            null,
            0,
            false,
            null,
            Map.of(),
            "Taobao: \"two\" minutes");

    @Test
    void readsYaml() {
        RuleFile file = RuleFile.parse("""
                # times need no quotes, though YAML would make numbers of them
                rule_id: tb.resp3m
                version: 2027
                valid_from: 2027-01-01
                facts: ROUNDS
                measure: WITHIN
                window_from: 08:00
                window_to: 22:59:59
                limit_ms: 120000
                cap_ms: null
                source: 'Taobao: "two" minutes'
                """);

        assertThat(file.problems()).isEmpty();
        assertThat(file.rule()).isEqualTo(RULE);
    }

    @Test
    void readsJson() {
        RuleFile file = RuleFile.parse("""
                {
                \t"rule_id": "tb.resp3m", "version": "2027", "valid_from": "2027-01-01",
                \t"facts": "ROUNDS", "measure": "WITHIN", "limit_ms": 120000,
                \t"window_from": "08:00:00", "window_to": "22:59:59", "source": "Taobao: \\"two\\" minutes"
                }
                """);

        assertThat(file.problems()).isEmpty();
        assertThat(file.rule()).isEqualTo(RULE);
    }

    @Test
    void readsBackWhatIsShown() {
        assertThat(RuleFile.parse(RuleText.file(RULE)).rule()).isEqualTo(RULE);
    }

    @Test
    void namesEveryMistakeByItsLine() {
        RuleFile file = RuleFile.parse("""
                rule_id: TB resp3m
                version: ""
                valid_from: 2027-13-01
                facts: ROUNDS
                measure: ALL_WITHIN
                window_from: 23:00:00
                window_to: 08:00:00
                limit_ms: three minutes
                human_valid_only: maybe
                limitms: 3
                limit_ms: 180000
                cap_ms: [1]
                """);

        assertThat(file.rule()).isNull();
        assertThat(file.problems())
                .extracting(YamlProblem::toString)
                .containsExactly(
                        "line 1, column 1: a rule needs 'source'",
                        "line 1, column 10: expected lower-case words joined by dots, such as tb.resp3m, got TB resp3m",
                        "line 2, column 10: expected a word",
                        "line 3, column 13: expected a day from 1970-01-01 to 2149-06-06, got 2027-13-01",
                        "line 5, column 10: expected one of WITHIN, CAPPED_SUM, SUM, got ALL_WITHIN",
                        "line 7, column 1: window_to must not be before window_from: a window does not reach over midnight",
                        "line 8, column 11: expected a whole number from 1 to 31622400000, got three minutes",
                        "line 9, column 19: expected true or false, got maybe",
                        "line 10, column 1: unknown key 'limitms' in a rule; known are rule_id, version, valid_from,"
                                + " valid_to, facts, measure, window_from, window_to, limit_ms, cap_ms, min_response_ms,"
                                + " human_valid_only, worst_good_score, tier_limits, source",
                        "line 11, column 1: a rule has the key 'limit_ms' twice",
                        "line 12, column 9: expected a word");
    }

    @Test
    void knowsWhichParametersAMeasureReads() {
        RuleFile file = RuleFile.parse("""
                rule_id: x.y
                version: 1
                facts: ROUNDS
                measure: CAPPED_SUM
                limit_ms: 1
                worst_good_score: 1
                source: here
                """);

        assertThat(file.problems())
                .containsExactly(
                        new YamlProblem(4, 1, "ROUNDS CAPPED_SUM needs 'cap_ms'"),
                        new YamlProblem(5, 1, "limit_ms means nothing to ROUNDS CAPPED_SUM"),
                        new YamlProblem(6, 1, "worst_good_score means nothing to ROUNDS CAPPED_SUM"));
    }

    @Test
    void refusesAValidityThatEndsBeforeItBegins() {
        RuleFile file = RuleFile.parse("""
                {"rule_id": "sat", "version": "2", "facts": "RATINGS", "measure": "SATISFIED", "worst_good_score": 5,
                 "valid_from": "2027-01-01", "valid_to": "2027-01-01", "source": "x"}
                """);

        assertThat(file.problems())
                .containsExactly(
                        new YamlProblem(1, 100, "expected a whole number from 0 to 4, got 5"),
                        new YamlProblem(2, 30, "valid_to must be after valid_from, got 2027-01-01 and 2027-01-01"));
    }

    @Test
    void saysWhatAnEmptyFileNeeds() {
        assertThat(RuleFile.parse("# nothing yet\n").problems())
                .singleElement()
                .hasToString(
                        "line 1, column 1: the file is empty; it needs the fields of one rule, such as \"rule_id: tb.resp3m\"");
    }

    @Test
    void limitsOfRanksAreReadBackAsTheyWereWritten() {
        String text = RuleText.file(RULE).replace("source:", "tier_limits: {VIP: 60000, 黑金: 30000}\nsource:");

        RuleFile file = RuleFile.parse(text);

        assertThat(file.problems()).isEmpty();
        assertThat(file.rule().tierLimits()).containsExactly(Map.entry("VIP", 60_000L), Map.entry("黑金", 30_000L));
        assertThat(RuleFile.parse(RuleText.file(file.rule())).rule()).isEqualTo(file.rule());
        assertThat(RuleStore.limitsLiteral(file.rule()))
                .isEqualTo("CAST((['VIP', '黑金'], [toInt64(60000), toInt64(30000)]), 'Map(String, Int64)')");
    }

    @Test
    void limitsOfRanksAreForRulesThatHaveOne() {
        String text = RuleText.file(RULE).replace("source:", "tier_limits: {'a=b': 0}\nsource:");

        assertThat(RuleFile.parse(text).problems())
                .extracting(YamlProblem::text)
                .hasSize(2);
    }
}
