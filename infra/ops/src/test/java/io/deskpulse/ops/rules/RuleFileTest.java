package io.deskpulse.ops.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

        assertThat(file.mistakes()).isEmpty();
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

        assertThat(file.mistakes()).isEmpty();
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
        assertThat(file.mistakes())
                .extracting(mistake -> mistake.line() + ": " + mistake.text().replaceFirst(";.*", ""))
                .containsExactly(
                        "1: rule_id must be lower-case words joined by dots, such as tb.resp3m",
                        "1: source is missing",
                        "2: version must not be empty",
                        "3: valid_from must be a day from 1970-01-01 to 2149-06-06",
                        "5: measure must be one of WITHIN, CAPPED_SUM, SUM",
                        "7: window_to must not be before window_from: a window does not reach over midnight",
                        "8: limit_ms must be a whole number from 1 to 31622400000",
                        "9: human_valid_only must be true or false",
                        "10: limitms is no field of a rule",
                        "11: limit_ms is there twice, first in line 8",
                        "12: cap_ms must be one value, not a list or a map");
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

        assertThat(file.mistakes())
                .extracting(RuleMistake::toString)
                .containsExactly(
                        new RuleMistake(4, "measure ROUNDS CAPPED_SUM needs cap_ms").toString(),
                        new RuleMistake(5, "limit_ms means nothing to ROUNDS CAPPED_SUM").toString(),
                        new RuleMistake(6, "worst_good_score means nothing to ROUNDS CAPPED_SUM").toString());
    }

    @Test
    void refusesAValidityThatEndsBeforeItBegins() {
        RuleFile file = RuleFile.parse("""
                {"rule_id": "sat", "version": "2", "facts": "RATINGS", "measure": "SATISFIED", "worst_good_score": 5,
                 "valid_from": "2027-01-01", "valid_to": "2027-01-01", "source": "x"}
                """);

        assertThat(file.mistakes())
                .containsExactly(
                        new RuleMistake(1, "worst_good_score must be a whole number from 0 to 4; got 5"),
                        new RuleMistake(2, "valid_to must be after valid_from, got 2027-01-01 and 2027-01-01"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``, 1",
                "just words, 1",
                "- a, 1",
                "`a: b\nc: [`, 2",
                "`a: b\n\tc: d`, 2",
                "`{\"a\": 1,\n \"b\" 2}`, 2"
            })
    void saysWhereAFileIsNoRuleAtAll(String text, int line) {
        List<RuleMistake> mistakes = RuleFile.parse(text).mistakes();

        assertThat(mistakes).hasSize(1);
        assertThat(mistakes.get(0).line()).isEqualTo(line);
    }
}
