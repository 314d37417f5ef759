package io.deskpulse.ops.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RuleSeedTest {
    private static final String TEXT = """
            rule_id: x.y
            version: "1"
            facts: RATINGS
            measure: SATISFIED
            worst_good_score: 1
            source: "it's \\\\ new"
            """;

    @Test
    void theFileIsCalledAsItsRule() {
        assertThat(RuleSeed.ofFile("x.y@1.yaml", TEXT).rule().name()).isEqualTo("x.y@1");
        assertThatThrownBy(() -> RuleSeed.ofFile("x.y@2.yaml", TEXT).rule()).hasMessage("rules/x.y@2.yaml tells x.y@1");
    }

    @Test
    void namesTheLineOfAMistake() {
        assertThatThrownBy(() -> RuleSeed.ofFile("x.y@1.yaml", TEXT.replace(": 1\n", ": 7\n"))
                        .rule())
                .hasMessage("rules/x.y@1.yaml:5: expected a whole number from 0 to 4, got 7");
    }

    @Test
    void addsWhatIsNotThereInOneStatement() {
        assertThat(RuleSeed.insertion(List.of(new RuleSeed("x.y@1", TEXT))))
                .startsWith("INSERT INTO deskpulse.metric_rules (rule_id, version, ")
                .contains(
                        "[('x.y', '1', '1970-01-01', '2149-06-06', 'RATINGS', 'SATISFIED', 0, 86399, NULL, NULL, 0, false, 1,"
                                + " 'it\\'s \\\\ new', CAST(([], []), 'Map(String, Int64)'))]")
                .endsWith("WHERE (r.1, r.2) NOT IN (SELECT rule_id, version FROM deskpulse.metric_rules)");
    }
}
