package io.deskpulse.ops.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MigrationTest {
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

    @Test
    void tellsWhichTablesItMakesAndWhichItTouches() {
        Migration migration = new Migration(1, "tables", """
                -- CREATE TABLE deskpulse.not_this
                DROP VIEW IF EXISTS deskpulse.c;
                CREATE TABLE IF NOT EXISTS deskpulse.a (x Int8);
                CREATE TABLE
                    deskpulse.c (x Int8);
                ALTER TABLE deskpulse.b ADD COLUMN y Int8;""");

        assertThat(migration.createdTables()).containsExactlyInAnyOrder("a", "c");
        assertThat(migration.tables()).containsExactly("a", "b", "c");
    }
}
