package io.deskpulse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.deskpulse.cli.Console;
import io.deskpulse.digest.content.Cadence;
import io.deskpulse.digest.content.Digest;
import io.deskpulse.digest.content.DigestJson;
import io.deskpulse.digest.reading.DigestQuestion;
import io.deskpulse.digest.reading.DigestReader;
import io.deskpulse.digest.reading.ProductChoice;
import io.deskpulse.digest.rendering.HtmlDigest;
import io.deskpulse.digest.rendering.MarkdownDigest;
import io.deskpulse.digest.rendering.Words;
import io.deskpulse.local.clickhouse.ClickHouseOptions;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.metrics.privacy.RedactionScore;
import io.deskpulse.metrics.privacy.TextRedaction;
import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.migrations.Migrator;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import io.deskpulse.streaming.topics.TopicTaxonomy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The texts with personal data that {@code bench/run redaction} measures with, through all of a digest: as words of complaints, notes,
 * owners, attributes, severities and kinds of case that lie in the tables as they were written, as if a release before had let them
 * through, and as what people type. Nothing that is not left by the redaction itself may be left anywhere.
 */
class DigestPrivacyIT {
    private static final Path TEXTS = Path.of("../../bench/src/main/resources/redaction/personal.tsv");
    private static final String NO_LETTER = "[^\\p{L}\\p{N}]";

    /** What nobody wrote, and holds digits by chance: hashes (ids of items, marks of a receiver's address), instants, styles of HTML. */
    private static final String OF_THE_PRODUCT = "\\b(?=[0-9]*[a-f])(?:[0-9a-f]{10}|[0-9a-f]{30})\\b"
            + "|(?<=\\b(?:webhook|dingtalk|feishu|wecom|slack) #)[0-9a-f]{6}\\b"
            + "|\\b20[0-9]{2}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]+)?Z?"
            + "| style=\"[^\"]*\"";

    private static final int SHORT = 8;
    private static final int OF_A_PRODUCT = 3;
    private static final int PRODUCTS_OF_A_DIGEST = 10;
    private static final int ARTICLES_OF_A_DIGEST = 5;

    /** Each digest of articles is of a shop of its own, so every fourth text has to do. */
    private static final int TEXTS_OF_AN_ARTICLE = 4;

    private static final int TEXTS_OF_A_SHOP = ARTICLES_OF_A_DIGEST * TEXTS_OF_AN_ARTICLE;
    private static final List<Personal> ALL = new ArrayList<>();

    @TempDir
    static Path directory;

    private static EmbeddedClickHouse server;

    private final Console console = new Console();

    /** A text and what must not be left of it; null where the redaction itself does not find it. */
    private record Personal(String kind, String text, String secret) {
        String literal() {
            return ClickHouseHttp.literal(text);
        }

        /** As the name of an owner, names being what those are for; one that begins like no name that must not be left. */
        String owner() {
            return kind.equals("name") ? "Quill" : "Quill " + text;
        }
    }

    @BeforeAll
    static void startServer() throws IOException {
        for (String line : Files.readAllLines(TEXTS)) {
            if (!line.startsWith("#")) {
                String[] cells = RedactionScore.unescaped(line).split("\t");
                boolean isFound = !RedactionScore.leaves(TextRedaction.redact(cells[3]), cells[2]);
                ALL.add(new Personal(cells[0], cells[3], isFound ? cells[2] : null));
            }
        }
        server = EmbeddedClickHouse.start(
                ClickHouseOptions.in(DeskpulseHome.of(System.getenv()), directory.resolve("server")),
                Progress.silent());
        Migrator.bundled(server.admin(), Progress.silent()).migrate();
        admin(
                "INSERT INTO deskpulse.shop_settings (shop_id, version, removed, name, platform, zone, currency, minor_digits, language,"
                        + " rule, target_percent) VALUES ('s1', 1, 0, 'Northlight', 'own', 'UTC', 'USD', 2, 'en', 'tb.resp3m@1', 90)");
        complaints();
        notes();
        words();
        tickets();
        articles();
    }

    private static void complaints() throws IOException {
        admin(
                "INSERT INTO deskpulse.complaint_facts (shop_id, about, version, order_id, first_at, last_at, complaints.at,"
                        + " complaints.day, complaints.event_id, complaints.source, complaints.reason, complaints.sku_id,"
                        + " complaints.attribute, complaints.buyer_id, complaints.ticket_id, complaints.conversation_id,"
                        + " complaints.account, complaints.parcel_id, complaints.carrier, complaints.shipped_at, complaints.signed_at,"
                        + " complaints.events, complaints.taken_back_at, quotes)"
                        + " SELECT 's1', concat('o:', number), 1, number, at, at, [at], [toDate(at)], ['e'], ['REFUND'], ['broken'], [sku], [''],"
                        + " [concat('b', number)], [''], [''], [''], [''], [''], [NULL], [NULL], [1], [NULL], [text]"
                        + " FROM (SELECT toDateTime64(today(), 3, 'UTC') - 3600 AS at, t.1 AS number, t.2 AS sku, t.3 AS text"
                        + " FROM (SELECT arrayJoin([" + tuples(i -> ALL.get(i).literal()) + "]) AS t))");
    }

    /** What feeds call an attribute and a severity, one for each product. */
    private static void notes() throws IOException {
        admin(
                "INSERT INTO deskpulse.product_facts (shop_id, about, version, order_id, lines.sku_id, lines.signed_at, lines.day,"
                        + " defects.event_id, defects.ticket_id, defects.buyer_id, defects.sku_id, defects.attribute, defects.severity,"
                        + " defects.noted_at, defects.day)"
                        + " SELECT 's1', concat('o:n', t.1), 1, concat('n', t.1), [], [], [], ['d'], ['t'], ['b'], [t.2], [t.3], [t.3],"
                        + " [toDateTime64(today(), 3, 'UTC') - 3600], [today() - 1]"
                        + " FROM (SELECT arrayJoin([" + tuples(i -> ALL.get(i).literal()) + "]) AS t)"
                        + " WHERE toUInt32(t.1) % " + OF_A_PRODUCT + " = 0");
    }

    /** Notes and owners as they were typed, one of each for each product. */
    private static void words() throws IOException {
        admin(
                "INSERT INTO deskpulse.defect_actions (shop_id, sku_id, attribute, acted_at, action, holds_from, owner, note, said_by)"
                        + " SELECT 's1', t.2, 'broken', toDateTime64(today(), 3, 'UTC') + toUInt32(t.1), 'ACKNOWLEDGED', today(),"
                        + " if(toUInt32(t.1) % " + OF_A_PRODUCT + " = 1, t.4, ''), t.3, 'bob'"
                        + " FROM (SELECT arrayJoin(["
                        + tuples(i -> ALL.get(i).literal() + ", "
                                + ClickHouseHttp.literal(ALL.get(i).owner())) + "]) AS t)");
    }

    /** Kinds of case as feeds name them, each of five tickets of which three needed a second contact; and one of which none did. */
    private static void tickets() throws IOException {
        String insert =
                "INSERT INTO deskpulse.ticket_facts (shop_id, ticket_id, day, version, buyer_id, category, status, resolved,"
                        + " reopens, opened_at, first_resolved_at, last_resolved_at) SELECT 's1', concat(%1$s, '-', toString(n)), today() - 1, 1,"
                        + " concat('tb', %1$s, toString(n)), %1$s, 'RESOLVED', %2$s, NOT %2$s, today() - 1, today() - 5, today() - 5 FROM ";
        admin(insert.formatted("t.3", "n < 2") + "(SELECT arrayJoin(["
                + tuples(i -> ALL.get(i).literal()) + "]) AS t) AS told"
                + " CROSS JOIN (SELECT number AS n FROM numbers(5)) AS many WHERE toUInt32(t.1) < 5");
        admin(insert.formatted("'INVOICE'", "true") + "(SELECT number AS n FROM numbers(50))");
    }

    /** Titles of articles and what feeds call topics, of as many shops as it takes, as a digest names the first articles only. */
    private static void articles() throws IOException {
        String shop = "concat('a', toString(intDiv(toUInt32(t.1), " + TEXTS_OF_A_SHOP + ")))";
        String texts = "(SELECT arrayJoin([" + tuples(i -> ALL.get(i).literal()) + "]) AS t WHERE toUInt32(t.1) % "
                + TEXTS_OF_AN_ARTICLE + " = 0)";
        admin(
                "INSERT INTO deskpulse.shop_settings (shop_id, version, removed, name, platform, zone, currency, minor_digits, language,"
                        + " rule, target_percent) SELECT DISTINCT " + shop
                        + ", 1, 0, 'Other', 'own', 'UTC', 'USD', 2, 'en', 'tb.resp3m@1', 90 FROM " + texts);
        admin("INSERT INTO deskpulse.article_log (shop_id, article_id, version, topic, title, terms, published)"
                + " SELECT " + shop + ", t.1, 1, t.3, t.3, [], today() - 1 FROM " + texts);
        admin(
                "INSERT INTO deskpulse.conversation_days (shop_id, day, conversation_id, version, buyer_id, buyer_messages, topic)"
                        + " SELECT " + shop + ", today() - 1, t.1, 1, t.1, 1, t.3 FROM " + texts);
    }

    private static String tuples(java.util.function.IntFunction<String> text) {
        return IntStream.range(0, ALL.size())
                .mapToObj(i -> "('" + i + "', 'p" + i / OF_A_PRODUCT + "', " + text.apply(i) + ")")
                .collect(Collectors.joining(", "));
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void nothingPersonalIsPrinted() {
        for (String format : List.of("json", "html", "markdown")) {
            List<String> arguments = new ArrayList<>(
                    List.of("digest", "--shop=s1", "--period=day", "--format=" + format, "--language=zh"));
            arguments.addAll(products(0));
            assertThat(run(arguments.toArray(String[]::new))).isZero();
            String printed = console.out().replace("\\", "");
            assertThat(printed).contains("p0", "[phone]");
            nothingPersonal(printed + console.err(), 0, "digest as " + format);
        }
        for (String format : List.of("text", "csv", "json")) {
            assertThat(run("defects", "list", "--format=" + format)).isZero();
            nothingPersonal(console.out(), 0, ALL.size(), "list as " + format);
        }
    }

    @Test
    void nothingPersonalReachesReceiversOrStaysInTables() throws IOException {
        Map<String, String> bodies = new ConcurrentHashMap<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            bodies.put(exchange.getRequestURI().getPath(), body);
            // Receivers may repeat what they were sent.
            byte[] answer = ("{\"errcode\":0,\"code\":0,\"echo\":" + body + "}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        receiver.start();
        try {
            Path file = directory.resolve("digests.yaml");
            Files.writeString(file, subscriptions(receiver.getAddress().getPort()));
            assertThat(run("digest", "send", "--once", "--subscriptions=" + file))
                    .as(console.err())
                    .isZero();
            nothingPersonal(console.err(), 0, ALL.size(), "log");
        } finally {
            receiver.stop(0);
        }
        int digests = groups(ALL.size(), OF_A_PRODUCT * PRODUCTS_OF_A_DIGEST);
        assertThat(bodies).hasSize(2 * digests);
        bodies.forEach((path, body) -> nothingPersonal(
                body.replace("\\n", "\n").replace("\\\\", "").replace("\",\"", "\n"), first(path), "body of " + path));
        List<Digest> issues = query("SELECT figures FROM deskpulse.digest_issues FORMAT TSVRaw")
                .lines()
                .map(DigestJson::read)
                .toList();
        assertThat(issues).hasSize(digests).allSatisfy(DigestPrivacyIT::nothingPersonalInAnyForm);
        nothingPersonal(query("SELECT * FROM digest_deliveries"), 0, ALL.size(), "deliveries");
    }

    @Test
    void nothingPersonalIsToldOfArticlesAndTopics() {
        DigestReader reader = new DigestReader(new ClickHouseSql(server.reader()));
        LocalDate today = LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC);
        for (int first = 0; first < ALL.size(); first += TEXTS_OF_A_SHOP) {
            int to = Math.min(ALL.size(), first + TEXTS_OF_A_SHOP);
            Digest digest = reader.read(new DigestQuestion(
                    "a" + first / TEXTS_OF_A_SHOP,
                    ZoneOffset.UTC,
                    Cadence.DAY.lastBefore(today),
                    ProductChoice.ALL,
                    0,
                    InstantSource.system().instant(),
                    InstantSource.system().instant()));

            assertThat(digest.service().knowledge().articles()).hasSize(groups(to - first, TEXTS_OF_AN_ARTICLE));
            for (String form : forms(digest)) {
                nothingPersonal(form, first, to, "articles");
            }
        }
    }

    @Test
    void whatPeopleTypeIsStoredWithout() throws IOException {
        for (int i = 0; i < ALL.size(); i += 10) {
            Personal one = ALL.get(i);
            String id =
                    query("SELECT id FROM defects WHERE sku_id = 'p" + i / OF_A_PRODUCT + "' AND attribute = 'broken'");
            assertThat(run("defects", "assign", id, "--owner=" + one.owner(), "--note=" + one.text(), "--by=typist"))
                    .isZero();
            nothingPersonal(console.out(), i, i + 1, "answer");
        }
        String stored = query("SELECT owner, note FROM deskpulse.defect_actions WHERE said_by = 'typist'");

        assertThat(stored.lines()).hasSize(groups(ALL.size(), 10));
        nothingPersonal(stored, 0, ALL.size(), "table");
    }

    private static int groups(int texts, int ofAGroup) {
        return (texts + ofAGroup - 1) / ofAGroup;
    }

    /** Of all of its products, in every form and language. */
    private static void nothingPersonalInAnyForm(Digest digest) {
        int first = Stream.of(digest.products().split(","))
                .mapToInt(product -> Integer.parseInt(product.substring(1)))
                .min()
                .orElseThrow();
        assertThat(digest.items()).hasSize(digest.totals().items()).isNotEmpty();
        forms(digest).forEach(form -> nothingPersonal(form, first, "digest"));
    }

    private static List<String> forms(Digest digest) {
        List<String> forms = new ArrayList<>(List.of(DigestJson.pretty(digest)));
        for (String language : Words.LANGUAGES) {
            Words words = new Words(
                    language, ReasonTaxonomy.bundled(), TopicTaxonomy.bundled().newest());
            forms.add(new HtmlDigest(digest, words).document());
            forms.add(new MarkdownDigest(digest, words).whole().replace("\\", ""));
        }
        return forms;
    }

    /** For each product group a body of JSON and one of a chat, whose form changes from group to group. */
    private static String subscriptions(int port) {
        List<String> types = List.of("dingtalk", "feishu", "wecom", "slack");
        StringBuilder yaml = new StringBuilder("subscriptions:\n");
        for (int first = 0; first * OF_A_PRODUCT < ALL.size(); first += PRODUCTS_OF_A_DIGEST) {
            String form =
                    "  - {name: %s %d, shop: s1, language: en, period: day, hour: 0, products: [%s], channel: {type: %s, %s"
                            + "url: \"http://127.0.0.1:" + port + "/%s/%d\"}}\n";
            String products = IntStream.range(first, first + PRODUCTS_OF_A_DIGEST)
                    .mapToObj(number -> "p" + number)
                    .collect(Collectors.joining(", "));
            String type = types.get(first / PRODUCTS_OF_A_DIGEST % types.size());
            yaml.append(form.formatted("own", first, products, "webhook", "secret: k, ", "own", first));
            yaml.append(form.formatted(type, first, products, type, "", type, first));
        }
        return yaml.toString();
    }

    private static int first(String path) {
        return Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
    }

    private static List<String> products(int first) {
        return IntStream.range(first, first + PRODUCTS_OF_A_DIGEST)
                .mapToObj(number -> "--product=p" + number)
                .toList();
    }

    private static void nothingPersonal(String document, int firstProduct, String what) {
        int from = firstProduct * OF_A_PRODUCT;
        nothingPersonal(document, from, Math.min(ALL.size(), from + PRODUCTS_OF_A_DIGEST * OF_A_PRODUCT), what);
    }

    /** Looked for in what stands between two tags or on a line, as numbers of different lines are no number. */
    private static void nothingPersonal(String document, int from, int to, String what) {
        List<String> pieces = Stream.of(document.replaceAll(OF_THE_PRODUCT, "").split("[<>\n\t]"))
                .filter(piece -> !piece.isBlank())
                .distinct()
                .toList();
        for (Personal one : ALL.subList(from, to)) {
            if (one.secret() != null) {
                assertThat(pieces).as("%s, of: %s", what, one.text()).noneMatch(piece -> leaves(piece, one.secret()));
            }
        }
    }

    /** Half of a number is a leak, but half of a short one is any date or count. */
    private static boolean leaves(String piece, String secret) {
        String plain = secret.replaceAll(NO_LETTER, "");
        return plain.length() < SHORT
                ? piece.replaceAll(NO_LETTER, "").contains(plain)
                : RedactionScore.leaves(piece, secret);
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
