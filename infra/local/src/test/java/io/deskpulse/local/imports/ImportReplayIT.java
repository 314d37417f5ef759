package io.deskpulse.local.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.deskpulse.cli.Console;
import io.deskpulse.local.Jobs;
import io.deskpulse.local.Stack;
import io.deskpulse.local.StackOptions;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.local.replay.Replay;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.replay.ReplayOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples in the real shape of every source through the whole stack, twice, with the numbers that were worked out by hand. */
class ImportReplayIT {
    private static final String ZONES = String.join(
            ",",
            "chatwoot=Asia/Shanghai",
            "intercom=Europe/Dublin",
            "gorgias=UTC",
            "zammad=UTC",
            "zendesk=UTC",
            "shopify=Europe/Amsterdam",
            "export=Europe/Amsterdam",
            "woocommerce=America/Sao_Paulo",
            "taobao=Asia/Shanghai",
            "csv=Europe/Berlin");
    private static final List<String> SETTINGS = List.of("--retention.at-rest", "forever", "--shops.zones", ZONES);

    @TempDir
    private Path directory;

    private final Console console = new Console();
    private final List<Path> events = new ArrayList<>();

    @Test
    void everySampleGivesTheNumbersWorkedOutByHandHoweverOftenItIsImported() throws IOException {
        for (String source :
                List.of("chatwoot", "intercom", "gorgias", "zammad", "zendesk", "shopify", "woocommerce", "taobao")) {
            write(source, source, source + "-sample.ndjson");
        }
        write("shopify", "export", "shopify-orders_export-sample.csv");
        write("csv", "csv", "csv-chat-sample.csv", "csv-orders-sample.csv");
        for (String source :
                List.of("chatwoot", "intercom", "gorgias", "zammad", "zendesk", "shopify", "woocommerce")) {
            write(source, "all", source + "-sample.ndjson");
        }

        try (Stack stack = Stack.start(
                StackOptions.of(System.getenv()).withRunDirectory(directory.resolve("run")), Progress.silent())) {
            FlinkJob job = Jobs.start(stack, SETTINGS);
            replay(stack, job);
            assertNumbers(stack);
            String before = everything(stack);

            replay(stack, job);
            assertThat(everything(stack)).isEqualTo(before);
            assertNumbers(stack);
            job.cancel();
        }
    }

    private static void assertNumbers(Stack stack) throws IOException {
        assertWhatBelongsTogether(stack);
        assertOrdersAndTickets(stack);
        assertThat(query(
                        stack,
                        "SELECT shop_id, countIf(response_ms <= 180000), count() FROM deskpulse.rounds"
                                + " WHERE handler = 'HUMAN' AND shop_id != 'all' GROUP BY shop_id ORDER BY shop_id"))
                .isEqualTo("chatwoot\t2\t5\ncsv\t1\t3\ngorgias\t1\t2\nintercom\t4\t6\ntaobao\t3\t3");
        assertThat(query(
                        stack,
                        "SELECT shop_id, countIf(wait_ms IS NOT NULL), count(), sum(wait_ms) FROM deskpulse.waits"
                                + " WHERE shop_id != 'all' GROUP BY shop_id ORDER BY shop_id"))
                .isEqualTo(
                        "chatwoot\t4\t5\t640000\ncsv\t2\t3\t510000\ngorgias\t2\t2\t330000\nintercom\t5\t6\t540000\ntaobao\t3\t3\t390000");
    }

    private static void assertOrdersAndTickets(Stack stack) throws IOException {
        assertThat(query(
                        stack,
                        "SELECT shop_id, countIf(paid_at IS NOT NULL), sum(paid_fen), sum(refunded_fen), sum(net_fen)"
                                + " FROM deskpulse.orders WHERE shop_id != 'all' GROUP BY shop_id ORDER BY shop_id"))
                .isEqualTo("csv\t2\t130990\t1000\t129990\nexport\t2\t8984\t1495\t7489\nshopify\t2\t8984\t1495\t7489\n"
                        + "taobao\t2\t24600\t10700\t13900\nwoocommerce\t2\t24890\t11890\t13000");
        assertThat(
                        query(
                                stack,
                                "SELECT ticket_id, priority, complaint, ifNull(order_id, ''), reopens, public_replies,"
                                        + " ifNull(resolving_agent, ''), resolved_by, requester_wait_ms,"
                                        + " toUnixTimestamp64Milli(first_reply_at) - toUnixTimestamp64Milli(opened_at), one_touch"
                                        + " FROM deskpulse.tickets WHERE shop_id NOT IN ('all') AND merged_into IS NULL ORDER BY ticket_id"))
                .isEqualTo("gg-7002\tP3\ttrue\t1001\t1\t2\t\tSYSTEM\t5459000\t2700000\tfalse\n"
                        + "zd-9101\tP2\ttrue\t1001\t1\t3\tzd-502\tAGENT\t6600000\t2400000\tfalse\n"
                        + "zm-51301\tP2\ttrue\t1001\t1\t3\tzm-12\tAGENT\t4920000\t1800000\tfalse\n"
                        + "zm-51302\tP3\tfalse\t\t0\t1\t\tSYSTEM\t259800000\t600000\ttrue");
        assertThat(
                        query(
                                stack,
                                "SELECT ticket_id, merged_into FROM deskpulse.tickets WHERE shop_id = 'zendesk' AND merged_into IS NOT NULL"))
                .isEqualTo("zd-9102\tzd-9101");
        assertThat(
                        query(
                                stack,
                                "SELECT conversation_id, rating, transfers, handed_off FROM deskpulse.conversations"
                                        + " WHERE shop_id IN ('chatwoot', 'intercom', 'gorgias') AND rating IS NOT NULL ORDER BY conversation_id"))
                .isEqualTo("cw-41\t0\t1\ttrue\ngg-7001\t3\t0\tfalse\nic-2154743000001\t1\t1\ttrue");
        assertThat(
                        query(
                                stack,
                                "SELECT order_id, toString(day) FROM deskpulse.orders WHERE shop_id = 'woocommerce' AND order_id = '723'"))
                .isEqualTo("723\t2026-11-11");
    }

    private static void assertWhatBelongsTogether(Stack stack) throws IOException {
        assertThat(query(
                        stack,
                        "SELECT order_agent, pay_agent, first_guide, last_guide, order_first FROM deskpulse.orders"
                                + " WHERE shop_id = 'taobao' AND order_id = '4012345678901234567'"))
                .isEqualTo("\t兰月家居:小美\t兰月家居:小美\t兰月家居:小美\t兰月家居:小美");
        assertThat(
                        query(
                                stack,
                                "SELECT ticket_id FROM deskpulse.tickets WHERE shop_id = 'all' AND order_id = '1001' ORDER BY ticket_id"))
                .isEqualTo("gg-7002\nzd-9101\nzm-51301");
        assertThat(
                        query(
                                stack,
                                "SELECT DISTINCT conversation_id FROM deskpulse.conversations WHERE shop_id = 'all' AND buyer_id IN"
                                        + " (SELECT buyer_id FROM deskpulse.orders WHERE shop_id = 'all' AND order_id = '1001') ORDER BY conversation_id"))
                .isEqualTo("cw-41\ngg-7001\nic-2154743000001");
        assertThat(query(stack, "SELECT order_id, anomalies FROM deskpulse.orders WHERE notEmpty(anomalies)"))
                .isEmpty();
        assertThat(query(stack, "SELECT * FROM deskpulse.data_quality WHERE kind = 'ID_WITH_TWO_CONTENTS'"))
                .isEmpty();
        assertThat(query(stack, "SELECT count() FROM deskpulse.rejected_events"))
                .isEqualTo("0");
    }

    /** Each view of shops that needs no parameter: its name, how many rows it has, and a hash of them. */
    private static String everything(Stack stack) throws IOException {
        List<String> views = query(
                        stack,
                        "SELECT table FROM system.columns WHERE database = 'deskpulse' AND name = 'shop_id' AND table IN"
                                + " (SELECT name FROM system.tables WHERE database = 'deskpulse' AND engine = 'View') ORDER BY table")
                .lines()
                .toList();
        assertThat(views)
                .contains("rounds", "orders", "attribution", "data_quality", "complaints")
                .hasSizeGreaterThan(30);
        StringBuilder all = new StringBuilder();
        for (String view : views) {
            all.append(query(
                            stack, "SELECT '" + view + "', count(), groupBitXor(cityHash64(*)) FROM deskpulse." + view))
                    .append('\n');
        }
        return all.toString();
    }

    private void write(String source, String shop, String... samples) {
        List<String> arguments = new ArrayList<>(List.of("import", "--from", source, "--shop", shop));
        for (String sample : samples) {
            arguments.add(sample(sample).toString());
        }
        if (source.equals("csv")) {
            arguments.addAll(List.of("--columns", sample("csv-sample.yaml").toString()));
        }
        Path out = directory.resolve(shop + "-" + source + ".jsonl");
        arguments.addAll(List.of("--out", out.toString()));
        assertThat(console.run(arguments.toArray(String[]::new))).isZero();
        assertThat(Files.isRegularFile(out)).isTrue();
        events.add(out);
    }

    private static Path sample(String name) {
        String configured = System.getProperty("deskpulse.shared-data", System.getenv("DESKPULSE_SHARED_DATA"));
        Path path = Path.of(configured == null ? "../../../shared/data" : configured, "adapters", name);
        assumeTrue(
                Files.isRegularFile(path),
                () -> path + " is absent; set DESKPULSE_SHARED_DATA to where adapters/ lies");
        return path;
    }

    private void replay(Stack stack, FlinkJob job) {
        Terminal silent = new Terminal(new PrintStream(PrintStream.nullOutputStream()), false);
        new Replay(new ReplayOptions(events, "max", false), stack, job, silent).run();
    }

    private static String query(Stack stack, String sql) throws IOException {
        return new ClickHouseHttp(stack.clickHouse().reader()).query(sql);
    }
}
