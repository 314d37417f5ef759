package io.deskpulse.ops.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewTest {
    private static final String FILE = """
            -- Who is it? deskpulse.nobody
            -- It's long: a reason why.

            --| One row per thing; it's its \\
            --| own comment.
            CREATE OR REPLACE VIEW deskpulse.v AS
            SELECT 'deskpulse.text' AS a -- why
            FROM deskpulse.t
            JOIN deskpulse.w(at = 1) AS w USING (a);
            """;

    @Test
    void aFileIsAStatementWithItsCommentAndWhatItReads() {
        View view = View.ofFile("v.sql", FILE);

        assertThat(view.name()).isEqualTo("v");
        assertThat(view.statement()).isEqualTo("""
                CREATE OR REPLACE VIEW deskpulse.v AS
                SELECT 'deskpulse.text' AS a -- why
                FROM deskpulse.t
                JOIN deskpulse.w(at = 1) AS w USING (a)
                COMMENT 'One row per thing; it\\'s its \\\\ own comment.'""");
        assertThat(view.needs()).containsExactlyInAnyOrder("t", "w");
    }

    @Test
    void lineEndsDoNotMatter() {
        assertThat(View.ofFile("v.sql", FILE.replace("\n", "\r\n"))).isEqualTo(View.ofFile("v.sql", FILE));
    }

    @Test
    void queriesStandInPlaceOfParametrisedViews() {
        View rates =
                view("rates", "SELECT {rule:String} AS r FROM t WHERE day >= {first:Date} AND day < {first:Date} + 9");
        View outer = view(
                "outer",
                "SELECT *\nFROM deskpulse.rates(rule = 'a,b)', first = {first:Date}) AS x\n"
                        + "JOIN deskpulse.rates(first = '2026-01-01', rule = {rule:String}) USING (r)");

        assertThat(outer.withQueriesOf(Map.of("rates", rates)).statement()).startsWith("""
                CREATE OR REPLACE VIEW deskpulse.outer AS
                SELECT *
                FROM (
                SELECT 'a,b)' AS r FROM t WHERE day >= {first:Date} AND day < {first:Date} + 9
                ) AS x
                JOIN (
                SELECT {rule:String} AS r FROM t WHERE day >= CAST('2026-01-01' AS Date) AND day < CAST('2026-01-01' AS Date) + 9
                ) USING (r)
                COMMENT""");
    }

    @Test
    void theClockIsAskedOnce() {
        View at = view("at", "SELECT {at:DateTime64(3, 'UTC')} AS a, {at:DateTime64(3, 'UTC')} AS b");
        View now = view("now", "SELECT * FROM deskpulse.at(at = now64(3, 'UTC'))");

        assertThat(now.withQueriesOf(Map.of("at", at))).isEqualTo(now);
    }

    @Test
    void aWrongCallIsLeftToTheServer() {
        View rates = view("rates", "SELECT {rule:String} AS r");
        View outer =
                view("outer", "SELECT * FROM deskpulse.rates(rul = 'a') JOIN deskpulse.other(rule = 'a') USING (r)");

        assertThat(outer.withQueriesOf(Map.of("rates", rates))).isEqualTo(outer);
    }

    private static View view(String name, String query) {
        return View.ofFile(
                name + ".sql", "--| A view.\nCREATE OR REPLACE VIEW deskpulse." + name + " AS\n" + query + ";\n");
    }

    @Test
    void aFileIsCalledAsItsView() {
        assertThatThrownBy(() -> View.ofFile("w.sql", FILE))
                .hasMessage("views/w.sql must hold one statement that begins with CREATE OR REPLACE VIEW deskpulse.w");
        assertThatThrownBy(() -> View.ofFile("v.sql", FILE.replace("deskpulse.v ", "deskpulse.v2 ")))
                .hasMessageContaining("views/v.sql must hold one statement");
        assertThatThrownBy(() -> View.ofFile("V001__v.sql", FILE))
                .hasMessage("a view's file is called by its name as name.sql, got V001__v.sql");
    }

    @Test
    void aFileHoldsOneView() {
        assertThatThrownBy(() -> View.ofFile("v.sql", FILE + "SELECT 1;")).hasMessageContaining("one statement");
        assertThatThrownBy(() -> View.ofFile("v.sql", "--| Nothing.\n")).hasMessageContaining("one statement");
    }

    @Test
    void aViewHasAComment() {
        assertThatThrownBy(() -> View.ofFile("v.sql", FILE.replace("--|", "--")))
                .hasMessage("views/v.sql has no line that begins with --|: what should its users know?");
    }
}
