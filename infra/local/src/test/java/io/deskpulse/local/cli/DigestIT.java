package io.deskpulse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.deskpulse.cli.Console;
import io.deskpulse.digest.delivery.ClickHouseLease;
import io.deskpulse.digest.delivery.ReadDigests;
import io.deskpulse.digest.reading.DigestReader;
import io.deskpulse.digest.subscriptions.SubscriptionFile;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Digests as commands print and send them, and the life of their items, on a real server. */
class DigestIT {
    /** Of made-up shop s1: a line of mug each hour of four weeks up to midnight, an order with two of them; cases of every twelfth. */
    private static final List<String> FACTS = List.of(
            "INSERT INTO deskpulse.shop_settings (shop_id, version, removed, name, platform, zone, currency, minor_digits, language,"
                    + " rule, target_percent) VALUES ('s1', 1, 0, 'Northlight', 'own', 'UTC', 'USD', 2, 'en', 'tb.resp3m@1', 90)",
            "INSERT INTO deskpulse.product_facts (shop_id, about, version, order_id, lines.sku_id, lines.signed_at, lines.day)"
                    + " SELECT 's1', concat('o:', toString(number)), 1, toString(number), ['mug'], [at], [toDate(at)] FROM (SELECT number,"
                    + " toDateTime64(today(), 3, 'UTC') - toIntervalHour(672 - number) AS at FROM numbers(672))",
            "INSERT INTO deskpulse.complaint_facts (shop_id, about, version, order_id, first_at, last_at, complaints.at,"
                    + " complaints.day, complaints.event_id, complaints.source, complaints.reason, complaints.sku_id,"
                    + " complaints.attribute, complaints.buyer_id, complaints.ticket_id, complaints.conversation_id,"
                    + " complaints.account, complaints.parcel_id, complaints.carrier, complaints.shipped_at, complaints.signed_at,"
                    + " complaints.events, complaints.taken_back_at, quotes)"
                    + " SELECT 's1', concat('o:', toString(number)), 1, toString(number), at, at, [at], [toDate(at)], ['e'],"
                    + " ['REFUND'], ['broken'], ['mug'], [''], [concat('b', toString(number))], [''], ['c1'], [''], [''], [''],"
                    + " [NULL], [signed], [1], [NULL], ['it broke, call 138 1234 5678'] FROM (SELECT number,"
                    + " toDateTime64(today(), 3, 'UTC') - toIntervalHour(672 - number) AS signed, signed + toIntervalMinute(30) AS at"
                    + " FROM numbers(672) WHERE number % if(number < 500, 12, 36) = 7)",
            "INSERT INTO deskpulse.order_facts (shop_id, order_id, buyer_id, version, created_at, paid_at, paid_fen, refunded_fen,"
                    + " first_guide) SELECT 's1', toString(number), concat('b', toString(number)), 1, now64(3), now64(3), 9900,"
                    + " if(number % 12 = 7, 1001, 0), if(number % 2 = 1, 'ann', '') FROM numbers(672)",
            "INSERT INTO deskpulse.hotspot_cell_days VALUES ('s1', today() - 3, 'broken', 'SKU', 'mug', 120, 3, 0.9, 5, 3.1, 2.4, 3)");

    @TempDir
    static Path directory;

    private static EmbeddedClickHouse server;

    private final Console console = new Console();

    @BeforeAll
    static void startServer() throws IOException {
        server = MigratedServer.start(directory);
        for (String fact : FACTS) {
            admin(fact);
        }
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void aDigestSaysWhatBreaksHowOftenAndForHowMuch() {
        assertThat(run("digest", "--shop=s1", "--period=day", "--format=json")).isZero();
        assertThat(console.out())
                .contains("\"sku\" : \"mug\"")
                .contains("\"attribute\" : \"broken\"")
                .contains("\"exposures\" : 24")
                .contains("\"is_bad\" : true")
                .contains("it broke, call [phone]")
                .doesNotContain("138 1234", "1234 5678", "b667");

        assertThat(run("digest", "--shop=s1", "--period=week", "--date=" + today().minusDays(20)))
                .isZero();
        assertThat(console.out())
                .contains("# Defects of products: Northlight, ")
                .contains("## mug · Arrived broken (")
                .contains("168 delivered")
                .contains("- Rate: 83.3 per 1,000 delivered (")
                .contains("refunds $140.14")
                .contains("- Talked to before buying: 14 of 14 cases; 84 of 168 of all orders of the product");
        assertThat(run("digest", "--shop=s1", "--period=day", "--format=html", "--language=zh"))
                .isZero();
        assertThat(console.out()).startsWith("<!DOCTYPE html>").contains("商品问题简报");
        assertThat(run("digest", "--shop=s1", "--period=day", "--product=hat*")).isZero();
        assertThat(console.out()).contains("No case of a defect in this period.");
    }

    /** A hundred shirts, a day's; a third of the buyers had asked about the size, of these a third sent it back, of the others three. */
    @Test
    void whatIsAskedBeforeMeetsWhatIsSentBackAfter() throws IOException {
        admin(
                "INSERT INTO deskpulse.product_facts (shop_id, about, version, order_id, lines.sku_id, lines.signed_at, lines.day)"
                        + " SELECT 's1', concat('o:q', toString(number)), 1, concat('q', toString(number)), ['shirt'],"
                        + " [toDateTime64(today(), 3, 'UTC') - 7200], [today() - 1] FROM numbers(100)");
        admin("INSERT INTO deskpulse.order_facts (shop_id, order_id, buyer_id, version, created_at, paid_at, refunds)"
                + " SELECT 's1', concat('q', toString(number)), concat('qb', toString(number)), 1, today() - 3, today() - 3, 1"
                + " FROM numbers(100)");
        admin(
                "INSERT INTO deskpulse.conversation_days (shop_id, day, conversation_id, version, buyer_id, rounds.opened_at, rounds.topic)"
                        + " SELECT 's1', today() - 4, concat('qc', toString(number)), 1, concat('qb', toString(number)), [today() - 4], ['SIZE']"
                        + " FROM numbers(100) WHERE number % 3 = 0");
        admin(
                "INSERT INTO deskpulse.product_facts (shop_id, about, version, order_id, defects.event_id, defects.ticket_id,"
                        + " defects.buyer_id, defects.sku_id, defects.attribute, defects.severity, defects.noted_at, defects.day)"
                        + " SELECT 's1', concat('t:q', toString(number)), 1, concat('q', toString(number)), ['d'], ['t'],"
                        + " [concat('qb', toString(number))], ['shirt'], ['size'], [''], [toDateTime64(today(), 3, 'UTC') - 3600], [today() - 1]"
                        + " FROM numbers(100) WHERE number % 9 = 0 OR number IN (1, 2, 4)");

        assertThat(run("digest", "--shop=s1", "--period=day", "--product=shirt"))
                .isZero();
        assertThat(console.out())
                .contains("## shirt · Size (")
                .contains(
                        "- Asked about it before: **12 of 34 who had asked sent it back, of the others 3 of 66: 7.77 times as often")
                .contains("28 days**");

        Path ours = Files.writeString(directory.resolve("attributes.yaml"), "SIZE: [wrong_size]\n");
        assertThat(run("topics", "attributes", ours.toString(), "--apply")).isZero();
        try {
            assertThat(run("digest", "--shop=s1", "--period=day", "--product=shirt"))
                    .isZero();
            assertThat(console.out()).contains("## shirt · Size (").doesNotContain("Asked about it before");
        } finally {
            assertThat(run("topics", "attributes", "--apply")).isZero();
        }
    }

    /**
     * Of shop s2: forty open orders; on CARE forty contacts and no article; on INVOICE two contacts a day until an article fifteen days
     * ago, and one a day since; of both ten tickets each, all of INVOICE and four of CARE settled at the first contact.
     */
    @Test
    void whatNoArticleExplainsAndWhatOneChangedIsTold() throws IOException {
        admin(
                "INSERT INTO deskpulse.shop_settings (shop_id, version, removed, name, platform, zone, currency, minor_digits, language,"
                        + " rule, target_percent) VALUES ('s2', 1, 0, 'Southlight', 'own', 'UTC', 'USD', 2, 'en', 'tb.resp3m@1', 90)");
        admin(
                "INSERT INTO deskpulse.order_facts (shop_id, order_id, buyer_id, version, created_at, created_day)"
                        + " SELECT 's2', toString(number), concat('b', toString(number)), 1, today() - 60, today() - 60 FROM numbers(40)");
        String asked =
                "INSERT INTO deskpulse.conversation_days (shop_id, day, conversation_id, version, buyer_id, buyer_messages, topic,"
                        + " topic_cause) SELECT 's2', today() - ago, concat(topic, toString(ago), '-', toString(n)), 1,"
                        + " concat('b', topic, toString(ago), '-', toString(n)), 1, topic, %s FROM (SELECT '%s' AS topic, number + 1 AS ago,"
                        + " arrayJoin(range(%s)) AS n FROM numbers(%d))";
        admin(asked.formatted("'PARCELS_SIGNED'", "CARE", "2", 20));
        admin(asked.formatted("'ORDERS_OPEN'", "INVOICE", "if(ago <= 15, 1, 2)", 43));
        admin(
                "INSERT INTO deskpulse.ticket_facts (shop_id, ticket_id, day, version, buyer_id, conversation_id, status, resolved, reopens,"
                        + " opened_at, first_resolved_at, last_resolved_at) SELECT 's2', conversation_id, day, 1, buyer_id, conversation_id,"
                        + " 'RESOLVED', settled, NOT settled, day, today() - 5, today() - 5 FROM (SELECT day, conversation_id, buyer_id,"
                        + " topic = 'INVOICE' OR day >= today() - 9 AS settled FROM deskpulse.conversation_days"
                        + " WHERE shop_id = 's2' AND day BETWEEN today() - 15 AND today() - 6 AND conversation_id LIKE '%-0')");
        Path articles = Files.writeString(
                directory.resolve("articles.yaml"),
                "articles: [{id: inv-1, shop: s2, topic: INVOICE, title: Which papers you get from us, published: "
                        + today().minusDays(15) + "}]");
        assertThat(run("articles", "apply", articles.toString()))
                .as(console.err())
                .isZero();

        assertThat(run("digest", "--shop=s2", "--period=day")).as(console.err()).isZero();

        assertThat(console.out())
                .contains(
                        "- Care: 40 contacts in 28 days, per 100 parcels delivered in the last 30 days: insufficient data; 4 of 10"
                                + " tickets settled at the first contact, of all topics 14 of 20")
                .contains("- Which papers you get from us (Invoice), since " + today().minusDays(15)
                        + ": down 50 % (12 to 72), 2 weeks · per 100 open orders: 5 in the 28 days before, 2.5 since");
        assertThat(run("digest", "--shop=s2", "--period=day", "--format=json")).isZero();
        assertThat(console.out()).contains("\"topic\" : \"CARE\"", "\"per_hundred\" : 2.5");
    }

    /** The minutes that a case took cost what the shop's settings say, unless the command says otherwise. */
    @Test
    void theTimeOfAccountsCostsWhatTheShopSays() throws IOException {
        admin(
                "INSERT INTO deskpulse.complaint_facts SELECT * REPLACE ('o:cup' AS about, 'cup' AS order_id, ['cup'] AS `complaints.sku_id`,"
                        + " ['cc'] AS `complaints.conversation_id`) FROM (SELECT * FROM deskpulse.complaint_facts FINAL"
                        + " WHERE shop_id = 's1' AND has(complaints.sku_id, 'mug') ORDER BY first_at DESC LIMIT 1)");
        admin(
                "INSERT INTO deskpulse.conversation_days (shop_id, day, conversation_id, version, buyer_id, rounds.opened_at,"
                        + " rounds.handler, rounds.account, rounds.answered_at)"
                        + " SELECT 's1', today() - 1, 'cc', 1, 'b655', [today() - 1], ['HUMAN'], ['ann'], [today() - 1]");
        Path shops = Files.writeString(
                directory.resolve("shops.yaml"),
                "shops: {s1: {name: Northlight, platform: own, time_zone: UTC, currency: USD, language: en,"
                        + " rule: tb.resp3m@1, target_percent: 90, handling_cost_per_hour: 45.50}}");
        String[] day = {"digest", "--shop=s1", "--period=day", "--product=cup"};

        assertThat(run(day)).isZero();
        assertThat(console.out()).contains("handling 30 min, without a cost");
        assertThat(run("shops", "apply", shops.toString())).isZero();
        assertThat(run(day)).isZero();
        assertThat(console.out()).contains("handling 30 min $22.75");
        assertThat(query("SELECT handling_ms, handling_fen FROM defect_losses WHERE sku_id = 'cup'"))
                .isEqualTo("1800000\t2275");
        assertThat(run("digest", "--shop=s1", "--period=day", "--product=cup", "--cost-per-hour=10"))
                .isZero();
        assertThat(console.out()).contains("handling 30 min $5.00");
    }

    @Test
    void mistakesAreSentences() {
        assertThat(run("digest", "--period=day")).isEqualTo(2);
        assertThat(console.err()).contains("Give --shop and --period.");
        assertThat(run("digest", "--shop=nobody", "--period=day")).isEqualTo(1);
        assertThat(console.err()).contains("There is no shop nobody").doesNotContain("Exception");
        assertThat(run("digest", "--shop=s1", "--period=day", "--date=yesterday"))
                .isEqualTo(1);
        assertThat(console.err()).contains("--date must be a day such as 2026-11-30, or today; got yesterday.");
    }

    @Test
    void wrongWordsAboutAnItemChangeNothing() throws IOException {
        String id = query("SELECT id FROM defects WHERE sku_id = 'mug'");
        String before = query("SELECT count() FROM deskpulse.defect_actions");
        refused("There is no item zzz.", "ack", "zzz");
        refused("--on must not lie in the future", "fix", id, "--on=" + today().plusDays(2));
        refused("--on must be a day such as", "fix", id, "--on=2026-02-30");
        refused("leave out --start or --on", "fix", id, "--start", "--on=" + today());
        refused("--due must be a day such as", "assign", id, "--owner=ann", "--due=soon");
        refused("--owner must not be empty", "assign", id, "--owner= ");
        refused("Give --note", "reject", id, "--note= ");
        refused("--by must not be empty", "ack", id, "--by=");
        refused("There is no item ' OR 1", "ack", "' OR 1 = 1 --");
        assertThat(query("SELECT count() FROM deskpulse.defect_actions")).isEqualTo(before);
    }

    private void refused(String why, String... arguments) {
        assertThat(run(Stream.concat(Stream.of("defects"), Stream.of(arguments)).toArray(String[]::new)))
                .isEqualTo(1);
        assertThat(console.err()).contains(why).doesNotContain("Exception");
    }

    @Test
    void aSenderThatRunsForMonthsSeesThatAShopMoved() throws IOException {
        ReadDigests digests = new ReadDigests(
                new DigestReader(new ClickHouseSql(server.reader())),
                SubscriptionFile.parse("subscriptions: []").file());
        for (String zone : List.of("1, 'America/Chicago'", "2, 'Asia/Tokyo'")) {
            admin(
                    "INSERT INTO deskpulse.shop_settings (shop_id, name, platform, currency, minor_digits, language, rule,"
                            + " target_percent, version, zone) VALUES ('mover', 'M', 'own', 'USD', 2, 'en', 'tb.resp3m@1', 90, "
                            + zone + ")");
            assertThat("'" + digests.zone("mover") + "'").isEqualTo(zone.substring(3));
        }
    }

    /** Mended a week ago; the window grows with the hour of the day, so that the cases before it do. */
    @Test
    void anItemLivesFromNewToMendedAndSaysWhatThatChanged() throws IOException {
        admin(
                "INSERT INTO deskpulse.product_facts SELECT 's1', concat(about, '-life'), version, 0, 0, '', concat(order_id, '-life'),"
                        + " ['pot'], lines.signed_at, lines.day, [], [], [], [], [], [], [], [] FROM deskpulse.product_facts FINAL"
                        + " WHERE shop_id = 's1' AND has(lines.sku_id, 'mug')");
        admin(
                "INSERT INTO deskpulse.complaint_facts SELECT * REPLACE (concat(about, '-life') AS about, concat(order_id, '-life')"
                        + " AS order_id, ['pot'] AS `complaints.sku_id`) FROM (SELECT * FROM deskpulse.complaint_facts FINAL"
                        + " WHERE shop_id = 's1' AND has(complaints.sku_id, 'mug'))");
        String id = query("SELECT id FROM defects WHERE sku_id = 'pot'");

        assertThat(state(id)).isEqualTo("NEW");
        assertThat(run("defects", "ack", id.substring(0, 6), "--owner=ann", "--by=bob"))
                .isZero();
        assertThat(state(id)).isEqualTo("ACKNOWLEDGED");
        assertThat(run("defects", "assign", id, "--owner=carl", "--due=2027-01-31"))
                .isZero();
        assertThat(run("defects", "fix", id, "--start")).isZero();
        assertThat(state(id)).isEqualTo("FIXING");
        assertThat(run("defects", "fix", id, "--on=" + today().minusDays(7), "--note=new glue"))
                .isZero();
        assertThat(console.out()).contains("mended since");
        assertThat(query(
                        "SELECT state, owner, cases_before BETWEEN 14 AND 16, cases_after, exposures_after, note FROM defects WHERE id = '"
                                + id + "'"))
                .isEqualTo("FIXED\tcarl\t1\t5\t168\tnew glue");
        assertThat(run("defects", "list", "--shop=s1", "--open", "--format=csv"))
                .isZero();
        assertThat(console.out()).contains(",mug,").doesNotContain(",pot,");
        assertThat(run("digest", "--shop=s1", "--period=day", "--product=pot")).isZero();
        assertThat(console.out()).contains("**Fixed**").contains(", 1 week").contains("- Note: new glue");

        admin(
                "INSERT INTO deskpulse.complaint_facts SELECT one.* REPLACE (concat('o:back', toString(number)) AS about, concat('back',"
                        + " toString(number)) AS order_id, [concat('x', toString(number))] AS `complaints.buyer_id`,"
                        + " [toDateTime64(today(), 3, 'UTC') - 86400] AS `complaints.at`, [toDateTime64(today(), 3, 'UTC') - 90000] AS"
                        + " `complaints.signed_at`) FROM (SELECT * FROM deskpulse.complaint_facts FINAL WHERE about LIKE '%-life' LIMIT 1) AS one"
                        + " CROSS JOIN numbers(12) AS many");
        assertThat(state(id)).as("the same item, back again").isEqualTo("REOPENED");
        assertThat(run("defects", "reject", id)).isEqualTo(1);
        assertThat(run("defects", "reject", id, "--note=one buyer")).isZero();
        assertThat(state(id)).isEqualTo("NOT_A_DEFECT");
        assertThat(run("digest", "--shop=s1", "--period=day")).isZero();
        assertThat(console.out()).contains("mug").doesNotContain("## pot");
    }

    @Test
    void oneSenderSendsAtATime() {
        ClickHouseSql clickHouse = new ClickHouseSql(server.writer());
        ClickHouseLease one = new ClickHouseLease(clickHouse, "a", InstantSource.system());
        ClickHouseLease other = new ClickHouseLease(clickHouse, "b", InstantSource.system());
        try {
            assertThat(one.hold()).isTrue();
            assertThat(other.hold()).isFalse();
            assertThat(one.hold()).isTrue();
            one.release();
            assertThat(other.hold()).isTrue();
            assertThat(one.hold()).as("the smaller name waits").isFalse();
            other.release();
            assertThat(one.hold()).isTrue();
        } finally {
            one.release();
            other.release();
        }
    }

    /** A server that answers nobody's first message to one of its two addresses. */
    @Test
    void whatIsDueIsSentOnceToEachReceiver() throws IOException {
        List<String> keys = new CopyOnWriteArrayList<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean isRefused = exchange.getRequestURI().getPath().equals("/gone");
            if (!isRefused) {
                keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key") + " " + body.contains("\"mug\""));
            }
            exchange.sendResponseHeaders(isRefused ? 410 : 200, -1);
            exchange.close();
        });
        receiver.start();
        try {
            Path file = Files.writeString(directory.resolve("digests.yaml"), """
                    subscriptions:
                      - {name: own, shop: s1, language: en, period: day, hour: 0, channel: {type: webhook, secret: k, url: "%1$s/ok"}}
                      - {name: gone, shop: s1, language: zh, period: day, hour: 0, channel: {type: slack, url: "%1$s/gone"}}
                    """.formatted(
                            "http://127.0.0.1:" + receiver.getAddress().getPort()));

            assertThat(run("digest", "--shop=s1", "--period=day", "--subscriptions=" + file, "--dry-run"))
                    .isZero();
            assertThat(keys).isEmpty();
            assertThat(run("digest", "send", "--once", "--subscriptions=" + file))
                    .isEqualTo(1);
            assertThat(run("digest", "send", "--once", "--subscriptions=" + file))
                    .isZero();

            assertThat(keys).hasSize(1).allSatisfy(key -> assertThat(key).endsWith(" true"));
            assertThat(query("SELECT subscription, channel, state, attempts, correction, detail FROM digest_deliveries"
                            + " ORDER BY subscription"))
                    .isEqualTo("gone\tslack\tREFUSED\t1\t0\tstatus 410\nown\twebhook\tSENT\t1\t0\t\\N");
            assertThat(query("SELECT count() FROM digest_deliveries WHERE receiver LIKE '%127.0.0.1%'"))
                    .isEqualTo("0");
        } finally {
            receiver.stop(0);
        }
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC);
    }

    private static String state(String id) throws IOException {
        return query("SELECT state FROM defects WHERE id = '" + id + "'");
    }

    private int run(String... arguments) {
        return console.run(ServerArguments.of(server.writer(), directory, arguments));
    }

    private static String query(String sql) throws IOException {
        return new ClickHouseHttp(server.reader(), ClickHouseAccess.DATABASE).query(sql);
    }

    private static void admin(String sql) throws IOException {
        new ClickHouseHttp(server.admin()).query(sql);
    }
}
