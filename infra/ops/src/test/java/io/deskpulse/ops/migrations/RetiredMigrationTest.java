package io.deskpulse.ops.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RetiredMigrationTest {
    private static final String SUM = "0".repeat(64);

    @Test
    void readsWhatEachMadeBelowIt() {
        assertThat(RetiredMigration.parse("""
                        # Which were there?

                        V002__views %s
                            rounds waits
                            conversations
                        V005__mixed %s
                            V005__tables rejected_events
                        V006__rules %s
                        """.replace("%s", SUM)))
                .containsExactly(
                        new RetiredMigration(2, "views", SUM, null, List.of("rounds", "waits", "conversations")),
                        new RetiredMigration(5, "mixed", SUM, "V005__tables.sql", List.of("rejected_events")),
                        new RetiredMigration(6, "rules", SUM, null, List.of()));
    }

    @Test
    void refusesAnotherForm() {
        assertThatThrownBy(() -> RetiredMigration.parse("V002__views 12345\n"))
                .hasMessage("a retired migration is told as \"V001__name SHA-256\", got \"V002__views 12345\"");
        assertThatThrownBy(() -> RetiredMigration.parse("    rounds\n")).hasMessageContaining("got \"    rounds\"");
    }
}
