package io.deskpulse.demo.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.dashboards.Dashboard;
import io.deskpulse.dashboards.Dashboards;
import io.deskpulse.dashboards.Language;
import io.deskpulse.dashboards.QueryText;
import io.deskpulse.dashboards.TimeRange;
import io.deskpulse.dashboards.VariableValues;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.kept.KeptTables;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What a reader of one shop gets of every view, board, alert and pull: all of its shop and nothing of another, on facts that the jobs
 * wrote of eight shops. {@code ShopReadersIT} shows the same of tables.
 */
class ReadersOfShopsIT {
    private static final String OWN = SeededStack.READERS_SHOP;

    /** The one that every panel has something of, so that a gap would show. */
    private static final String OTHER = SeededStack.DEMO_SHOP;

    private static final String NOBODY = "nobody";
    private static final Dashboards DASHBOARDS = Dashboards.bundled(Language.EN);

    /** Views of which the data have no row of another shop, so that nothing could be seen. */
    private static final Set<String> WITHOUT_OTHERS = Set.of(
            "articles",
            "forecast_days",
            "forecast_events",
            "forecast_tag_proposals",
            "forecast_tags",
            "order_anomalies",
            "scored_buyers_of");

    /** Answers with an error that there is no forecast of the shop; pulls, which are this view, show that. */
    private static final String FORECAST_TEXT = "forecast_text";

    /** Sums of fractions must not depend on which thread was first. */
    private static final Map<String, String> ONE_THREAD = Map.of("max_threads", "1");

    private static SeededStack stack;
    private static ClickHouseHttp everyone;
    private static ClickHouseHttp reader;
    private static List<String> others;

    @BeforeAll
    static void seed() throws IOException {
        stack = SeededStack.shared();
        everyone = new ClickHouseHttp(stack.access(), "deskpulse", ONE_THREAD);
        reader = new ClickHouseHttp(stack.readerOfOneShop(), "deskpulse", ONE_THREAD);
        others = new ArrayList<>(
                Result.of(everyone, "SELECT shop_id FROM shops WHERE shop_id NOT IN ('', '" + OWN + "')")
                        .first());
    }

    @TestFactory
    Stream<DynamicTest> aViewShowsAllOfTheShopAndNothingOfAnother() throws IOException {
        List<ViewCall> views = ViewCall.all(everyone, OTHER);
        assertThat(views).hasSizeGreaterThan(100);
        return views.stream()
                .filter(view -> !KeptTables.bundled().hiddenViews().contains(view.name()))
                .filter(view -> !view.name().equals(FORECAST_TEXT))
                .map(view -> DynamicTest.dynamicTest(view.name(), () -> assertShowsTheShopAlone(view)));
    }

    private static void assertShowsTheShopAlone(ViewCall view) throws IOException {
        String named = "countIf(multiSearchAny(line, " + literals(others) + ")) AS naming_others";
        String lines = "SELECT %s toString(tuple(*)) AS line FROM " + view.sql();
        if (!view.hasShop()) {
            assertThat(reader.query("SELECT " + named + " FROM (" + lines.formatted("") + ")"))
                    .as("rows that name other shops")
                    .isEqualTo("0");
            return;
        }
        String sql = "SELECT countIf(shop = '" + OWN + "'), "
                + (view.isOfNow() ? "0" : "sumIf(cityHash64(line), shop = '" + OWN + "')")
                + ", countIf(shop NOT IN ('', '" + OWN + "')) AS of_others, " + named + " FROM ("
                + lines.formatted("shop_id AS shop,") + ")";

        String[] seen = reader.query(sql).split("\t");
        String[] all = everyone.query(sql).split("\t");

        assertThat(List.of(seen[0], seen[1])).as("rows of the shop").containsExactly(all[0], all[1]);
        assertThat(List.of(seen[2], seen[3])).as("rows of and with other shops").containsExactly("0", "0");
        assertThat(all[2].equals("0"))
                .as("there are no rows of other shops")
                .isEqualTo(WITHOUT_OTHERS.contains(view.name()));
    }

    @TestFactory
    Stream<DynamicTest> aBoardOfAnotherShopLooksLikeThatOfNone() {
        return forEachQuestion((board, question) -> {
            VariableValues values = board.values(Choice.ONE, OTHER);
            String sql = board.text(question.query(), values, question.interval());
            if (sql.contains("table_parts")) {
                assertThatThrownBy(() -> reader.query(sql)).hasMessageContaining("ACCESS_DENIED");
                return;
            }
            List<String> seen = lines(reader, sql);
            if (question.isOfAShop()) {
                VariableValues none = values.with("shop", List.of(NOBODY));
                // What was refused before its shop was known is of none: everyone sees it there, a reader of shops does
                // not.
                ClickHouseHttp asker = question.name().startsWith("pipeline ") ? reader : everyone;
                List<String> ofNobody = lines(asker, board.text(question.query(), none, question.interval()));
                seen.replaceAll(line -> line.replace(OTHER, NOBODY));
                assertThat(seen).isEqualTo(ofNobody);
            } else {
                assertThat(seen).noneMatch(ReadersOfShopsIT::namesAnother);
            }
        });
    }

    @Test
    void anAlertTellsOfTheShopAlone() throws IOException {
        for (AlertRule rule : AlertRule.all()) {
            TimeRange range = new TimeRange(SeededStack.END.minus(rule.range()), SeededStack.END);
            String sql =
                    QueryText.expand(rule.query().rawSql(), VariableValues.of(Map.of()), range, Duration.ofMinutes(1));
            List<String> seen = lines(reader, sql);
            assertThat(seen).as(rule.uid()).noneMatch(ReadersOfShopsIT::namesAnother);
            if (Result.of(everyone, sql).columns().contains("shop")) {
                List<String> all = lines(everyone, sql);
                all.removeIf(ReadersOfShopsIT::namesAnother);
                assertThat(seen).as(rule.uid()).isEqualTo(all);
            }
        }
    }

    @Test
    void aPullTellsOfTheShopAlone() throws Exception {
        List<String> paths = Pattern.compile("<url>(/\\w+)</url>")
                .matcher(Files.readString(stack.clickHouseConfig()))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(paths).contains("/forecast", "/staffing");
        for (String path : paths) {
            String asked = path + "?made_at=2026-10-24T13:00:00Z&shop=";
            assertThat(pull(asked + OTHER, stack.access())).as(path).contains(OTHER + ",CHAT");
            assertThat(pull(asked + OTHER, stack.readerOfOneShop()).replace(OTHER, NOBODY))
                    .as(path)
                    .isEqualTo(pull(asked + NOBODY, stack.access()));
            assertThat(pull(asked + OWN, stack.readerOfOneShop()))
                    .as(path)
                    .isEqualTo(pull(asked + OWN, stack.access()));
        }
    }

    private static String pull(String path, ClickHouseAccess access) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(access.url().resolve(path))
                .header("X-ClickHouse-User", access.user())
                .header("X-ClickHouse-Key", access.password())
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private interface QuestionCheck {
        void on(BoardReader board, BoardQuestion question) throws IOException;
    }

    /** Variables offer what there is for everyone: whoever reads a board may be sent an address that names any of it. */
    private static Stream<DynamicTest> forEachQuestion(QuestionCheck check) {
        Set<String> asked = new HashSet<>();
        return DASHBOARDS.list().stream().flatMap(dashboard -> {
            BoardReader board = board(dashboard);
            return BoardQuestion.of(dashboard, board).stream()
                    .filter(question -> asked.add(question.query().rawSql()))
                    .map(question -> DynamicTest.dynamicTest(question.name(), () -> check.on(board, question)));
        });
    }

    private static BoardReader board(Dashboard dashboard) {
        return new BoardReader(
                everyone, dashboard, new TimeRange(SeededStack.END.minus(SeededStack.LENGTH), SeededStack.END));
    }

    /** Sorted, as rows that are equal in what they are sorted by come in any order. */
    private static List<String> lines(ClickHouseHttp clickHouse, String sql) throws IOException {
        List<String> lines = new ArrayList<>();
        Result.of(clickHouse, sql)
                .rows()
                .forEach(row -> lines.add(
                        String.join("\t", row.stream().map(String::valueOf).toList())));
        lines.sort(null);
        return lines;
    }

    private static boolean namesAnother(String line) {
        return others.stream().anyMatch(line::contains);
    }

    private static String literals(List<String> texts) {
        return texts.stream().map(ClickHouseHttp::literal).collect(Collectors.joining(", ", "[", "]"));
    }
}
