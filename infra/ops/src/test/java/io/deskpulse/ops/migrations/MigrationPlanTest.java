package io.deskpulse.ops.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.migrations.SchemaHistory.State;
import io.deskpulse.ops.rules.RuleSeed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MigrationPlanTest {
    private static final Migration FIRST = new Migration(1, "first", "CREATE TABLE deskpulse.t (a Int8)");
    private static final Migration SECOND = new Migration(2, "second", "SELECT 2");
    private static final Migration THIRD = new Migration(3, "third", "CREATE TABLE deskpulse.taken (a Int8)");
    private static final RetiredMigration MIXED =
            new RetiredMigration(2, "mixed", "released", "V002__second.sql", List.of("old", "v"));
    private static final RetiredMigration ONLY_VIEWS = new RetiredMigration(4, "views", "gone", null, List.of("w"));
    private static final View V = new View("v", "SELECT 1", Set.of("t"));
    private static final RuleSeed RULE = new RuleSeed("x.y@1", "");
    private static final Schema SCHEMA =
            new Schema(List.of(FIRST, SECOND, THIRD), List.of(MIXED, ONLY_VIEWS), List.of(V), List.of(RULE));
    private static final String CHECKSUM = SCHEMA.viewChecksums().get("v");

    @Test
    void appliesEverythingToAnEmptyDatabase() {
        MigrationPlan plan = MigrationPlan.of(SCHEMA, state(Map.of(), Map.of(), Map.of()));

        assertThat(plan).isEqualTo(new MigrationPlan(SCHEMA.tables(), List.of(V), Set.of(), List.of(RULE)));
        assertThat(plan.size()).isEqualTo("3 table migrations, 1 view and 1 rule");
    }

    @Test
    void leavesAnUpToDateDatabaseAlone() {
        MigrationPlan plan = MigrationPlan.of(
                SCHEMA,
                new State(
                        true,
                        Map.of(1, FIRST.checksum(), 2, SECOND.checksum(), 3, THIRD.checksum()),
                        Map.of("v", CHECKSUM),
                        Map.of(RULE.name(), "another"),
                        Map.of("v", "View")));

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.size()).isEmpty();
    }

    @Test
    void appliesOnlyTheTablesThatFollowTheLastAppliedOne() {
        assertThat(tables(Map.of(1, FIRST.checksum()))).containsExactly(SECOND, THIRD);
    }

    @Test
    void aRetiredMigrationCountsAsTheFileInItsPlace() {
        assertThat(tables(Map.of(1, FIRST.checksum(), 2, "released"))).containsExactly(THIRD);
        assertThat(tables(Map.of(1, FIRST.checksum(), 2, "released", 3, THIRD.checksum(), 4, "gone")))
                .isEmpty();
    }

    @Test
    void refusesAnAppliedMigrationThatWasChanged() {
        assertThatThrownBy(() -> tables(Map.of(1, SECOND.checksum())))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("V001__first.sql was changed")
                .hasMessageContaining("new migration");
        assertThatThrownBy(() -> tables(Map.of(1, FIRST.checksum(), 2, "never released")))
                .hasMessageContaining("V002__mixed.sql was changed");
    }

    @Test
    void refusesADatabaseThatIsNewerThanTheBuild() {
        assertThatThrownBy(() -> tables(Map.of(1, FIRST.checksum(), 5, "?")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("V005")
                .hasMessageContaining("newer");
    }

    @Test
    void refusesAMigrationThatWasNumberedBehindTheLastAppliedOne() {
        assertThatThrownBy(() -> tables(Map.of(1, FIRST.checksum(), 3, THIRD.checksum())))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("V002__second.sql was never applied")
                .hasMessageContaining("above 3");
    }

    @Test
    void makesAViewThatIsAnotherOrMissing() {
        assertThat(views(Map.of("v", CHECKSUM), Map.of("v", "View"))).isEmpty();
        assertThat(views(Map.of("v", "another"), Map.of("v", "View"))).containsExactly(V);
        assertThat(views(Map.of("v", CHECKSUM), Map.of())).containsExactly(V);
    }

    @Test
    void dropsViewsThatLeftAndNobodyElses() {
        Map<String, String> engines = Map.of("old", "View", "left", "View", "theirs", "View", "again", "View");
        Map<String, String> remembered = Map.of("left", "sum", "again", "");

        assertThat(MigrationPlan.of(SCHEMA, state(Map.of(1, FIRST.checksum()), remembered, engines))
                        .leftViews())
                .containsExactly("left");
        assertThat(MigrationPlan.of(SCHEMA, state(Map.of(1, FIRST.checksum(), 2, "released"), remembered, engines))
                        .leftViews())
                .containsExactly("left", "old");
    }

    @Test
    void aTableMayTakeTheNameOfAViewThatLeft() {
        assertThat(MigrationPlan.of(SCHEMA, state(Map.of(), Map.of("taken", "sum"), Map.of("taken", "View")))
                        .leftViews())
                .containsExactly("taken");
        assertThatThrownBy(() -> MigrationPlan.of(SCHEMA, state(Map.of(), Map.of(), Map.of("taken", "View"))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("There is a view deskpulse.taken that deskpulse did not make")
                .hasMessageContaining("tables/V003__third.sql");
    }

    @Test
    void neverReplacesATableByAView() {
        assertThatThrownBy(() -> views(Map.of(), Map.of("v", "MergeTree")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("There is a table deskpulse.v (MergeTree) where views/v.sql makes a view");
    }

    private static List<Migration> tables(Map<Integer, String> applied) {
        return MigrationPlan.of(SCHEMA, state(applied, Map.of(), Map.of())).tables();
    }

    private static List<View> views(Map<String, String> remembered, Map<String, String> engines) {
        return MigrationPlan.of(SCHEMA, state(Map.of(), remembered, engines)).views();
    }

    private static State state(
            Map<Integer, String> migrations, Map<String, String> views, Map<String, String> engines) {
        return new State(true, migrations, views, Map.of(), engines);
    }
}
