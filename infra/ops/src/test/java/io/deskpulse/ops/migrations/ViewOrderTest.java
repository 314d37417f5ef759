package io.deskpulse.ops.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ViewOrderTest {
    private static final Migration TABLES = new Migration(
            1, "tables", "CREATE TABLE IF NOT EXISTS deskpulse.t (a Int8);\nCREATE TABLE deskpulse.other (a Int8);");
    private static final Migration ALTERED = new Migration(2, "wider", "ALTER TABLE deskpulse.t ADD COLUMN b Int8;");

    private static final View TOP = view("a_top", "middle", "t");
    private static final View MIDDLE = view("middle", "base");
    private static final View BASE = view("base", "t");
    private static final View BESIDE = view("beside", "other");
    private static final List<View> VIEWS = List.of(TOP, MIDDLE, BASE, BESIDE);

    @Test
    void eachViewComesBehindWhatItNeeds() {
        assertThat(new ViewOrder(VIEWS, List.of(TABLES)).views()).containsExactly(BASE, MIDDLE, TOP, BESIDE);
    }

    @Test
    void aViewIsMadeAgainWithAllThatStandOnIt() {
        View changed = new View("middle", "SELECT 2", Set.of("base"));

        assertThat(changedBy(List.of(TOP, changed, BASE, BESIDE), List.of(TABLES)))
                .containsExactly("a_top", "middle");
    }

    @Test
    void viewsAreMadeAgainOverAnAlteredTable() {
        assertThat(changedBy(VIEWS, List.of(TABLES, ALTERED))).containsExactly("a_top", "base", "middle");
    }

    @Test
    void theOrderOfFilesDoesNotMatter() {
        assertThat(changedBy(List.of(BESIDE, BASE, MIDDLE, TOP), List.of(TABLES)))
                .isEmpty();
    }

    @Test
    void namesTheFileThatReadsWhatIsNotThere() {
        assertThatThrownBy(() -> new ViewOrder(List.of(MIDDLE), List.of(TABLES)))
                .hasMessage(
                        "views/middle.sql reads deskpulse.base, which no file of tables and no file of views makes");
    }

    @Test
    void namesTheFilesOfACircle() {
        View knot = view("base", "a_top");

        assertThatThrownBy(() -> new ViewOrder(List.of(TOP, MIDDLE, knot), List.of(TABLES)))
                .hasMessage("views/a_top.sql needs itself: a_top reads middle reads base reads a_top");
    }

    @Test
    void aViewIsNotCalledAsATable() {
        assertThatThrownBy(() -> new ViewOrder(List.of(view("other")), List.of(TABLES)))
                .hasMessage("views/other.sql has the name of a table");
    }

    private static Set<String> changedBy(List<View> views, List<Migration> tables) {
        Map<String, String> before = new ViewOrder(VIEWS, List.of(TABLES)).checksums();
        Set<String> changed = new TreeSet<>();
        new ViewOrder(views, tables).checksums().forEach((name, checksum) -> {
            if (!checksum.equals(before.get(name))) {
                changed.add(name);
            }
        });
        return changed;
    }

    private static View view(String name, String... needs) {
        return new View(name, "SELECT 1", Set.of(needs));
    }
}
