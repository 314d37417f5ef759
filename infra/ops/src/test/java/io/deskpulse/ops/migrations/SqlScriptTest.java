package io.deskpulse.ops.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlScriptTest {
    @Test
    void splitsAtSemicolonsBetweenStatements() {
        assertThat(SqlScript.split("SELECT 1;\nSELECT 2 ; SELECT 3"))
                .containsExactly("SELECT 1", "SELECT 2", "SELECT 3");
    }

    @Test
    void leavesSemicolonsInStringsAndNamesAlone() {
        assertThat(SqlScript.split("SELECT 'a;b', 'it''s;', 'q\\';', `c;d`, \"e;f\"; SELECT 2"))
                .containsExactly("SELECT 'a;b', 'it''s;', 'q\\';', `c;d`, \"e;f\"", "SELECT 2");
    }

    @Test
    void leavesSemicolonsAndQuotesInCommentsAlone() {
        assertThat(SqlScript.split("-- don't; \nSELECT 1 /* it's; */ + 2; # what's; \nSELECT 3"))
                .containsExactly("-- don't; \nSELECT 1 /* it's; */ + 2", "# what's; \nSELECT 3");
    }

    @Test
    void leavesSemicolonsInHeredocsAlone() {
        assertThat(SqlScript.split("SELECT $doc$ a; ' $doc$; SELECT $$;$$; SELECT 1 AS a$"))
                .containsExactly("SELECT $doc$ a; ' $doc$", "SELECT $$;$$", "SELECT 1 AS a$");
    }

    @Test
    void leavesOutWhatIsNoStatement() {
        assertThat(SqlScript.split("-- only a comment\n;;  \n/* another; */")).isEmpty();
        assertThat(SqlScript.split("")).isEmpty();
    }

    @Test
    void namesWhatIsNotInStringsOrComments() {
        assertThat(SqlScript.references("""
                        -- deskpulse.in_a_comment
                        SELECT 'deskpulse.in_a_string', $d$ deskpulse.in_a_heredoc $d$ /* deskpulse.in_another */
                        FROM deskpulse.rounds AS r JOIN deskpulse.`waits` USING (day)
                        WHERE other_deskpulse.x = 1 AND a$ = deskpulse.resolutions_at(at = 1);""")).containsExactly("resolutions_at", "rounds", "waits");
    }

    @Test
    void aCommentSeparatesWords() {
        assertThat(SqlScript.bare("CREATE/* or\n */TABLE -- t\nt; 'it''s'")).isEqualTo("CREATE TABLE  t; ''''");
    }

    @Test
    void neverRunsPastTheEnd() {
        assertThat(SqlScript.split("SELECT 'open")).containsExactly("SELECT 'open");
        assertThat(SqlScript.split("SELECT 'a\\")).containsExactly("SELECT 'a\\");
        assertThat(SqlScript.split("SELECT 1 /* open")).containsExactly("SELECT 1 /* open");
        assertThat(SqlScript.split("SELECT $x$ open")).containsExactly("SELECT $x$ open");
        assertThat(SqlScript.bare("SELECT 'a\\")).isEqualTo("SELECT ''");
        assertThat(SqlScript.bare("SELECT \"open")).isEqualTo("SELECT \"open");
    }
}
