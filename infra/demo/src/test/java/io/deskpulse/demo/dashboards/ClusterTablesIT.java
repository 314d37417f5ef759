package io.deskpulse.demo.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.dashboards.Dashboard;
import io.deskpulse.dashboards.Dashboards;
import io.deskpulse.dashboards.Language;
import io.deskpulse.dashboards.Panel;
import io.deskpulse.dashboards.Query;
import io.deskpulse.dashboards.TimeRange;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.local.cluster.ClickHouseCluster;
import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.forget.Forgetting;
import io.deskpulse.ops.forget.Forgetting.Buyer;
import io.deskpulse.ops.migrations.Migrator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The week of the boards' tests on one server and on a cluster of two shards, without replicas, which the library does not know. */
class ClusterTablesIT {
    private static final String CLUSTER = "{cluster}";
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+):([^{}]+)}");
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("at", "2026-10-24 13:00:00.000"),
            Map.entry("from_at", "2026-10-20 00:00:00.000"),
            Map.entry("to_at", "2026-10-24 13:00:00.000"),
            Map.entry("from_day", "2026-10-18"),
            Map.entry("to_day", "2026-10-24"),
            Map.entry("on_day", "2026-10-23"),
            Map.entry("rule", "own"),
            Map.entry("shop", SeededStack.DEMO_SHOP),
            Map.entry("target_percent", "90"),
            Map.entry("wide", "0"));

    private static final Pattern FRACTION = Pattern.compile("-?\\d+(?:\\.\\d+(?:e-?\\d+)?|e-?\\d+)");

    /** A panel whose rows name one example of several, and the one that tells of the server itself. */
    private static final Set<String> NOT_COMPARED =
            Set.of("pipeline What is odd about events", "pipeline Tables in ClickHouse");

    @TempDir
    private static Path directory;

    private static SeededStack stack;
    private static ClickHouseCluster cluster;
    private static ReplicatedStandIn standIn;

    @BeforeAll
    static void fill() throws IOException {
        stack = SeededStack.shared();
        cluster = ClickHouseCluster.start(DeskpulseHome.of(System.getenv()), directory, 2);
        standIn = ReplicatedStandIn.before(cluster, 2);
        migrator().migrate();
        ClickHouseHttp admin = new ClickHouseHttp(standIn.admin());
        // The week is older than what is kept of them.
        admin.query("ALTER TABLE deskpulse.job_samples REMOVE TTL");
        for (String table : tables()) {
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            stack.reader().copy("SELECT * FROM deskpulse." + table + last(table), "TabSeparatedWithNames", rows);
            admin.query("INSERT INTO deskpulse." + table + " SETTINGS async_insert = 0 FORMAT TabSeparatedWithNames\n"
                    + rows.toString(StandardCharsets.UTF_8));
        }
    }

    @AfterAll
    static void stop() {
        if (standIn != null) {
            standIn.close();
        }
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void everyShopLiesOnOneShardAndEveryShardHasSome() throws IOException {
        for (String table : List.of("conversation_days", "ticket_facts", "order_facts", "buyer_days", "rejections")) {
            assertThat(admin(1).query("SELECT max(shards), uniqExactIf(shop_id, any_shard = 1) > 0,"
                            + " uniqExactIf(shop_id, any_shard = 2) > 0 FROM (SELECT shop_id,"
                            + " uniqExact(_shard_num) AS shards, any(_shard_num) AS any_shard FROM deskpulse."
                            + table
                            + " GROUP BY shop_id)"))
                    .as(table)
                    .startsWith("1\t");
        }
        assertThat(admin(1).query("SELECT uniqExact(_shard_num) FROM deskpulse.conversation_days"))
                .isEqualTo("2");
    }

    @Test
    void tablesAndViewsAreThoseOfOneServer() throws IOException {
        Map<String, String> differences = new TreeMap<>();
        for (String table : tables()) {
            compare(table, "deskpulse." + table + last(table), differences);
        }
        for (String view : Migrator.bundledViews()) {
            if (!view.equals("table_parts")) {
                // An example is any of several.
                String columns = view.equals("data_quality") ? "* EXCEPT example" : "*";
                compare(view, "(SELECT " + columns + " FROM deskpulse." + view + arguments(view) + ")", differences);
            }
        }

        assertThat(differences).isEmpty();
    }

    @Test
    void panelsAreThoseOfOneServer() throws IOException {
        Map<String, String> differences = new TreeMap<>();
        ClickHouseHttp one = stack.reader();
        int asked = 0;
        for (Dashboard dashboard : Dashboards.bundled(Language.EN).list()) {
            TimeRange range = new TimeRange(SeededStack.END.minus(SeededStack.LENGTH), SeededStack.END);
            BoardReader reader = new BoardReader(one, dashboard, range);
            for (Panel panel : dashboard.panels()) {
                for (Query query : panel.queries()) {
                    String sql = reader.text(
                            query, reader.values(Choice.ALL, SeededStack.DEMO_SHOP), reader.interval(panel));
                    String name = dashboard.uid() + " " + panel.title();
                    if (!NOT_COMPARED.contains(name)) {
                        compare(name, "(" + sql + ")", differences);
                    }
                    asked++;
                }
            }
        }

        assertThat(differences).isEmpty();
        assertThat(asked).isGreaterThan(200);
    }

    @Test
    void whatIsAcknowledgedOutlivesAKilledShard() throws IOException {
        ClickHouseHttp writer = new ClickHouseHttp(cluster.shard(1).writer());
        List<String> acknowledged = new ArrayList<>();
        int refused = 0;

        for (int i = 0; i < 60; i++) {
            if (i == 20) {
                cluster.shard(2).kill();
            } else if (i == 40) {
                cluster.shard(2).restart();
            }
            try {
                writer.query("INSERT INTO deskpulse.shared_order_facts (shop_id, order_id, version, buyers)"
                        + " SETTINGS async_insert = 0 VALUES ('killed-" + i + "', 'o', 1, 1)");
                acknowledged.add("killed-" + i);
            } catch (ClickHouseHttp.QueryFailed e) {
                refused++;
            }
        }

        assertThat(refused).isBetween(1, 19);
        assertThat(admin(1).query("SELECT shop_id FROM deskpulse.shared_order_facts WHERE shop_id LIKE 'killed-%'")
                        .lines())
                .containsAll(acknowledged);
        onEachShard("ALTER TABLE deskpulse_shard.shared_order_facts DELETE WHERE shop_id LIKE 'killed-%'"
                + " SETTINGS mutations_sync = 2");
    }

    @Test
    void migratingAgainChangesNothingAndAnotherFormIsRefused() {
        assertThat(migrator().migrate().isEmpty()).isTrue();
        assertThatThrownBy(() ->
                        Migrator.bundled(standIn.admin(), Progress.silent()).migrate())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--cluster");
        assertThatThrownBy(() -> Migrator.bundledOnCluster(stack.admin(), CLUSTER, Progress.silent())
                        .migrate())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is of one server");
    }

    @Test
    void rowsOfABuyerAreDeletedWhereTheyLie() throws IOException {
        Forgetting forgetting =
                new Forgetting(new ClickHouseSql(cluster.shard(1).admin()));
        admin(2).query("INSERT INTO deskpulse.conversation_days (shop_id, day, conversation_id, version, buyer_id)"
                + " SETTINGS async_insert = 0 SELECT concat('nobody-', toString(number)), toDate('2026-11-02'), 'c', 1,"
                + " 'nobody' FROM numbers(10)");
        // What the engine Replicated hands on to other shards stays here, so a shop of this one.
        String shop =
                admin(1).query("SELECT min(shop_id) FROM deskpulse_shard.conversation_days WHERE buyer_id = 'nobody'");
        Buyer buyer = new Buyer(shop, "nobody");

        assertThat(forgetting.delete(buyer)).containsEntry("conversation_days", 1L);

        assertThat(forgetting.count(buyer)).containsEntry("conversation_days", 0L);
        onEachShard("ALTER TABLE deskpulse_shard.conversation_days DELETE WHERE buyer_id = 'nobody'"
                + " SETTINGS mutations_sync = 2");
    }

    private static void compare(String name, String rows, Map<String, String> differences) throws IOException {
        ClickHouseHttp one = stack.reader();
        ClickHouseHttp many = new ClickHouseHttp(cluster.shard(1).reader(), "deskpulse");
        try {
            String sum = "SELECT count(), sum(cityHash64(toString(tuple(*)))) FROM " + rows;
            if (!many.query(sum).equals(one.query(sum))) {
                List<String> ofMany = sorted(many, rows);
                List<String> ofOne = sorted(one, rows);
                // What asks the clock is another answer each time; its rows are as many.
                boolean isOfTheClock = !sorted(one, rows).equals(ofOne) && ofOne.size() == ofMany.size();
                if (!ofMany.equals(ofOne) && !isOfTheClock) {
                    differences.put(name, ofOne.size() + " rows -> " + ofMany.size() + ": " + first(ofOne, ofMany));
                }
            }
        } catch (ClickHouseHttp.QueryFailed e) {
            differences.put(
                    name,
                    e.getMessage().substring(0, Math.min(500, e.getMessage().length())));
        }
    }

    /** Lines in their order, sums of fractions without the digits that depend on the order in which they were added. */
    private static List<String> sorted(ClickHouseHttp server, String rows) throws IOException {
        return server.query("SELECT * FROM " + rows + " FORMAT TabSeparated")
                .lines()
                .map(line -> FRACTION.matcher(line).replaceAll(number -> rounded(number.group())))
                .sorted()
                .toList();
    }

    private static String rounded(String number) {
        return new BigDecimal(number)
                .setScale(9, RoundingMode.HALF_UP)
                .round(new MathContext(9))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String first(List<String> ofOne, List<String> ofMany) {
        List<String> missing = new ArrayList<>(ofOne);
        missing.removeAll(ofMany);
        List<String> more = new ArrayList<>(ofMany);
        more.removeAll(ofOne);
        return missing.stream().findFirst() + " -> " + more.stream().findFirst();
    }

    private static String arguments(String view) throws IOException {
        String text = new ClickHouseHttp(stack.admin())
                .query("SELECT create_table_query FROM system.tables WHERE database = 'deskpulse' AND name = '" + view
                        + "' FORMAT TSVRaw");
        Set<String> parameters = new LinkedHashSet<>();
        for (Matcher parameter = PARAMETER.matcher(text); parameter.find(); ) {
            String value =
                    parameter.group(2).equals("String") && parameter.group(1).equals("at")
                            ? ""
                            : VALUES.getOrDefault(parameter.group(1), "");
            parameters.add(parameter.group(1) + " = '" + value + "'");
        }
        return parameters.isEmpty() ? "" : parameters.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    /** What takes the last of several rows of a key; of rows of one version any may be it. */
    private static String last(String table) {
        return table.equals("job_samples") ? "" : " FINAL";
    }

    private static List<String> tables() throws IOException {
        return new ClickHouseHttp(stack.admin())
                .query("SELECT name FROM system.tables WHERE database = 'deskpulse' AND engine LIKE '%MergeTree'"
                        + " AND name NOT LIKE 'schema_%'")
                .lines()
                .toList();
    }

    private static void onEachShard(String sql) throws IOException {
        for (EmbeddedClickHouse server : cluster.shards()) {
            new ClickHouseHttp(server.admin()).query(sql);
        }
    }

    private static Migrator migrator() {
        return Migrator.bundledOnCluster(standIn.admin(), CLUSTER, Progress.silent());
    }

    private static ClickHouseHttp admin(int shard) {
        return new ClickHouseHttp(cluster.shard(shard).admin());
    }
}
