package io.deskpulse.ops.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
