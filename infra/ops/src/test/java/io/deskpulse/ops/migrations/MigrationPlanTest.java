package io.deskpulse.ops.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.ops.UserError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MigrationPlanTest {
    private static final Migration FIRST = new Migration(1, "first", "SELECT 1");
    private static final Migration SECOND = new Migration(2, "second", "SELECT 2");
    private static final Migration THIRD = new Migration(3, "third", "SELECT 3");

    @Test
    void appliesEverythingToAnEmptyDatabase() {
        assertThat(MigrationPlan.pending(List.of(FIRST, SECOND), Map.of())).containsExactly(FIRST, SECOND);
    }

    @Test
    void appliesOnlyWhatFollowsTheLastAppliedOne() {
        assertThat(MigrationPlan.pending(List.of(FIRST, SECOND, THIRD), Map.of(1, FIRST.checksum())))
                .containsExactly(SECOND, THIRD);
        assertThat(MigrationPlan.pending(List.of(FIRST), Map.of(1, FIRST.checksum())))
                .isEmpty();
    }

    @Test
    void refusesAnAppliedMigrationThatWasChanged() {
        assertThatThrownBy(() -> MigrationPlan.pending(List.of(FIRST), Map.of(1, SECOND.checksum())))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("V001__first.sql was changed")
                .hasMessageContaining("new migration");
    }

    @Test
    void refusesADatabaseThatIsNewerThanTheBuild() {
        assertThatThrownBy(
                        () -> MigrationPlan.pending(List.of(FIRST), Map.of(1, FIRST.checksum(), 2, SECOND.checksum())))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("V002")
                .hasMessageContaining("newer");
    }

    @Test
    void refusesAMigrationThatWasNumberedBehindTheLastAppliedOne() {
        assertThatThrownBy(() -> MigrationPlan.pending(
                        List.of(FIRST, SECOND, THIRD), Map.of(1, FIRST.checksum(), 3, THIRD.checksum())))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("V002__second.sql was never applied")
                .hasMessageContaining("above 3");
    }

    @Test
    void theChecksumIsThatOfTheTextWithLineFeeds() {
        assertThat(new Migration(1, "first", "SELECT 1;\r\nSELECT 2\r\n").checksum())
                .isEqualTo(new Migration(1, "first", "SELECT 1;\nSELECT 2\n").checksum())
                .hasSize(64);
    }

    @Test
    void refusesOtherFileNames() {
        assertThat(Migration.ofFile("V012__fact_tables.sql", "")).isEqualTo(new Migration(12, "fact_tables", ""));
        assertThatThrownBy(() -> Migration.ofFile("12_tables.sql", ""))
                .hasMessage("a migration is called V001__name.sql, got 12_tables.sql");
        assertThatThrownBy(() -> Migration.ofFile("V000__nothing.sql", ""))
                .hasMessage("migrations are numbered from 1, got 0");
    }
}
