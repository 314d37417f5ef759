package io.deskpulse.ops.scores;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskpulse.metrics.recovery.DayRate;
import io.deskpulse.metrics.recovery.Rate;
import io.deskpulse.metrics.recovery.Recovery;
import io.deskpulse.metrics.recovery.RecoveryQuestion;
import io.deskpulse.metrics.recovery.Target;
import io.deskpulse.ops.rules.RuleFile;
import io.deskpulse.ops.rules.RuleVersion;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryReportTest {
    private static final RuleVersion RULE = RuleFile.parse(
                    "{rule_id: tb.resp3m, version: 1, facts: ROUNDS, measure: WITHIN, limit_ms: 180000, source: s}")
            .rule();

    @Test
    void tellsPeopleWhatItTakes() {
        // By the 30th 1,000 of 1,200 remain: n >= (98 * 1,200 - 100 * 1,000) / 2 = 8,800 more.
        assertThat(report("0.98", day("2026-10-25", 50, 100), day("2026-11-05", 600, 800), day("2026-11-20", 400, 400))
                        .text())
                .isEqualTo("""
                        tb.resp3m@1, shop s1, last 30 days
                        rounds with a person, opened at any time: answered within 180 s / all

                              window                       rate   good      of
                        now   2026-10-23 to 2026-11-21  80.76 %  1,050   1,300
                        then  2026-11-01 to 2026-11-30  83.33 %  1,000   1,200  with nothing more
                        then  2026-11-01 to 2026-11-30  98.00 %  9,800  10,000  with 8,800 more rounds, all good

                        Needed for 98.00 % by 2026-11-30: 8,800 more rounds, all good from now on.

                        Days below the target, and the window when they have left it, with nothing more:
                        day            rate  good   of  leaves on       then
                        2026-10-25  50.00 %    50  100  2026-11-24   83.33 %  in time
                        2026-11-05  75.00 %   600  800  2026-12-05  100.00 %
                        """);
    }

    @Test
    void saysThatNothingIsNeeded() {
        assertThat(report("50%", day("2026-11-05", 3, 4)).text())
                .contains("Needed for 50.00 % by 2026-11-30: nothing more.\n")
                .endsWith("No day of the window is below the target.\n");
    }

    @Test
    void saysWhenItIsImpossible() {
        assertThat(report("1", day("2026-11-05", 3, 4)).text())
                .contains(
                        "Impossible: 100.00 % by 2026-11-30 bears no miss. The last one leaves the window on 2026-12-05.\n");
    }

    @Test
    void showsAnEmptyWindowAsADash() {
        assertThat(report("0.9").text())
                .contains("now   2026-10-23 to 2026-11-21         -     0   0\n")
                .contains("Needed for 90.00 % by 2026-11-30: 1 more round, all good from now on.");
    }

    @Test
    void isOneObjectForPrograms() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(report("0.98", day("2026-11-05", 600, 800), day("2026-11-20", 400, 400))
                        .json());

        assertThat(json).isEqualTo(new ObjectMapper().readTree("""
                                        {"shop": "s1", "account": null, "rule": "tb.resp3m", "versions": ["1"], "window_days": 30,
                                         "target": {"numerator": 98, "denominator": 100},
                                         "today": {"numerator": 1000, "denominator": 1200, "day": "2026-11-21"},
                                         "by": {"numerator": 1000, "denominator": 1200, "day": "2026-11-30"},
                                         "needed": 8800, "possible_from": null,
                                         "leaving": [{"numerator": 600, "denominator": 800, "day": "2026-11-05",
                                           "leaves_on": "2026-12-05", "after": {"numerator": 400, "denominator": 400}}]}
                                        """));
    }

    @Test
    void isLinesForSpreadsheets() {
        assertThat(report("0.98", day("2026-11-05", 600, 800), day("2026-11-20", 400, 400))
                        .csv())
                .isEqualTo("""
                        what,day,numerator,denominator,needed,leaves_on,numerator_after,denominator_after
                        TODAY,2026-11-21,1000,1200,,,,
                        BY,2026-11-30,1000,1200,8800,,,
                        LEAVING,2026-11-05,600,800,,2026-12-05,400,400
                        """);
    }

    private static RecoveryReport report(String target, DayRate... days) {
        RecoveryQuestion question =
                new RecoveryQuestion(30, Target.parse(target), epochDay("2026-11-21"), epochDay("2026-11-30"));
        return new RecoveryReport(
                new ScoreQuestion("tb.resp3m", "s1", null, question),
                List.of(RULE),
                Recovery.of(question, List.of(days)));
    }

    private static DayRate day(String day, long numerator, long denominator) {
        return new DayRate(epochDay(day), new Rate(numerator, denominator));
    }

    private static int epochDay(String day) {
        return (int) LocalDate.parse(day).toEpochDay();
    }
}
