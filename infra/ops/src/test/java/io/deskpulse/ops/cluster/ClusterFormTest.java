package io.deskpulse.ops.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.kept.KeptTable;
import io.deskpulse.ops.kept.KeptTable.Whose;
import io.deskpulse.ops.kept.KeptTables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClusterFormTest {
    private static final ClusterForm FORM = new ClusterForm("{cluster}", placement());

    @Test
    void tablesOfFactsGoToTheShardsInReplicas() {
        assertThat(FORM.table("-- Why?\nCREATE TABLE IF NOT EXISTS deskpulse.facts (shop_id String)\n"
                        + "ENGINE = ReplacingMergeTree(version, is_deleted)\nORDER BY shop_id"))
                .isEqualTo("-- Why?\nCREATE TABLE IF NOT EXISTS deskpulse_shard.facts (shop_id String)\n"
                        + "ENGINE = ReplicatedReplacingMergeTree(version, is_deleted)\nORDER BY shop_id");
        assertThat(FORM.table("ALTER TABLE deskpulse.facts ADD COLUMN IF NOT EXISTS a UInt8"))
                .isEqualTo("ALTER TABLE deskpulse_shard.facts ADD COLUMN IF NOT EXISTS a UInt8");
    }

    @Test
    void otherTablesAreWholeOnEveryServer() {
        assertThat(FORM.table("CREATE TABLE deskpulse.rules (a Int8) ENGINE = MergeTree ORDER BY a"))
                .isEqualTo("CREATE TABLE deskpulse.rules (a Int8) ENGINE ="
                        + " ReplicatedMergeTree('/clickhouse/tables/{uuid}/all', '{shard}-{replica}') ORDER BY a");
        assertThat(FORM.table("CREATE TABLE deskpulse.rules (v Int8) ENGINE = ReplacingMergeTree(v) ORDER BY v"))
                .endsWith(
                        " ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/all', '{shard}-{replica}', v) ORDER BY v");
        assertThat(FORM.table("INSERT INTO deskpulse.rules VALUES (1)"))
                .isEqualTo("INSERT INTO deskpulse.rules VALUES (1)");
    }

    @Test
    void aTableOfTheNextFormGoesWhereThePresentOneIs() {
        assertThat(FORM.table("EXCHANGE TABLES deskpulse.facts AND deskpulse.facts_v2"))
                .isEqualTo("EXCHANGE TABLES deskpulse_shard.facts AND deskpulse_shard.facts_v2");
        assertThat(FORM.table("DROP TABLE deskpulse.rules_v2 SYNC")).isEqualTo("DROP TABLE deskpulse.rules_v2 SYNC");
    }

    @Test
    void rowsMoveBetweenAllShards() {
        assertThat(
                        FORM.table(
                                "-- What releases before told of.\nINSERT INTO deskpulse.facts_v2 (a) SELECT a FROM deskpulse.facts"))
                .isEqualTo(
                        "-- What releases before told of.\nINSERT INTO FUNCTION cluster('{cluster}', deskpulse_shard, facts_v2,"
                                + " cityHash64(shop_id)) (a) SELECT a FROM cluster('{cluster}', deskpulse_shard, facts)");
        assertThat(FORM.table("SELECT sleepEachRow(3) FROM (SELECT 1 FROM deskpulse.facts LIMIT 1)"))
                .isEqualTo(
                        "SELECT sleepEachRow(3) FROM (SELECT 1 FROM cluster('{cluster}', deskpulse_shard, facts) LIMIT 1)");
    }

    @Test
    void theKnownNamesAreDistributedWhenAFileOfTablesIsDone() {
        assertThat(FORM.tablesDone(Set.of("facts", "facts_v2", "rules")))
                .containsExactly(
                        "CREATE OR REPLACE TABLE deskpulse.facts AS deskpulse_shard.facts ENGINE = Distributed('{cluster}', deskpulse_shard,"
                                + " facts, cityHash64(shop_id)) COMMENT 'Rows of all shards: deskpulse_shard.facts.'");
    }

    @Test
    void aViewOverFactsIsOnTheShardsAndDistributed() {
        assertThat(
                        FORM.view(
                                "seen",
                                "CREATE OR REPLACE VIEW deskpulse.seen AS\nSELECT * FROM deskpulse.facts FINAL, deskpulse.rules\nCOMMENT 'What?'"))
                .containsExactly(
                        "CREATE OR REPLACE VIEW deskpulse_shard.seen AS\nSELECT * FROM deskpulse_shard.facts FINAL, deskpulse.rules\nCOMMENT 'What?'",
                        "CREATE OR REPLACE TABLE deskpulse.seen AS deskpulse_shard.seen ENGINE = Distributed('{cluster}', deskpulse_shard, seen,"
                                + " cityHash64(shop_id)) COMMENT 'What?'");
    }

    @Test
    void whatCannotBeDistributedAsksWhatIs() {
        String withParameter =
                "CREATE OR REPLACE VIEW deskpulse.at AS\nSELECT {at:Date} FROM deskpulse.seen\nCOMMENT 'What?'";
        String gathered = "CREATE OR REPLACE VIEW deskpulse.shops AS\nSELECT 1 FROM deskpulse.facts\nCOMMENT 'Who?'";

        assertThat(FORM.view("at", withParameter)).hasSize(2).endsWith(withParameter);
        assertThat(FORM.view("shops", gathered)).hasSize(2).endsWith(gathered);
        assertThat(FORM.view("listed", "CREATE … deskpulse.rules")).containsExactly("CREATE … deskpulse.rules");
    }

    @Test
    void everyTableOfThisBuildIsOnShardsOrWhole() {
        Placement placement = new Placement(KeptTables.bundled(), Map.of());

        assertThat(placement.isOnShards("conversation_days")).isTrue();
        assertThat(placement.isOnShards("conversation_days_v2")).isTrue();
        assertThat(List.of("metric_rules", "shop_settings", "job_samples", "schema_migrations", "digest_leases"))
                .noneMatch(placement::isOnShards);
    }

    @Test
    void refusesADatabaseOfTheOtherForm() {
        assertThatCode(() -> FORM.require("")).doesNotThrowAnyException();
        assertThatCode(() -> FORM.require("Replicated")).doesNotThrowAnyException();
        assertThatThrownBy(() -> FORM.require("Atomic"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is of one server (Atomic)");
        assertThatCode(() -> new OneServer().require("Atomic")).doesNotThrowAnyException();
        assertThatThrownBy(() -> new OneServer().require("Replicated"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--cluster");
    }

    @Test
    void refusesWhatIsNoNameOfACluster() {
        assertThatThrownBy(() -> new ClusterForm("a'b", placement()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("\"a'b\" is no name of a cluster");
    }

    private static Placement placement() {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        needs.put("listed", Set.of("rules"));
        needs.put("seen", Set.of("facts", "rules"));
        needs.put("shops", Set.of("facts"));
        needs.put("at", Set.of("seen"));
        return new Placement(
                new KeptTables(
                        List.of(table("facts", Whose.SHOP), table("rules", Whose.ALL)), Set.of(), Set.of("shops")),
                needs);
    }

    private static KeptTable table(String name, Whose whose) {
        return new KeptTable(name, whose, "", "", List.of());
    }
}
