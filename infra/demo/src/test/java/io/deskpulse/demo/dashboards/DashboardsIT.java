package io.deskpulse.demo.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.dashboards.Annotation;
import io.deskpulse.dashboards.Dashboard;
import io.deskpulse.dashboards.Dashboards;
import io.deskpulse.dashboards.Language;
import io.deskpulse.dashboards.Panel;
import io.deskpulse.dashboards.Query;
import io.deskpulse.dashboards.QueryText;
import io.deskpulse.dashboards.TimeRange;
import io.deskpulse.dashboards.VariableValues;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every query of dashboards and alerts, as Grafana would send it, on a ClickHouse with a week of data. */
class DashboardsIT {
    private static final Set<String> FACTS = Set.of(
            "conversation_days", "ticket_facts", "contact_facts", "order_facts", "order_trouble_facts", "buyer_days");
    private static final Dashboards DASHBOARDS = Dashboards.bundled(Language.EN);

    private static SeededStack stack;

    @BeforeAll
    static void seed() throws IOException {
        stack = SeededStack.shared();
    }

    @TestFactory
    Stream<DynamicTest> answersForAWeekAndEveryChoice() {
        return forEachPanel(SeededStack.LENGTH, (reader, panel) -> {
            for (Choice choice : Choice.values()) {
                List<Result> results = check(reader, panel, reader.values(choice, SeededStack.DEMO_SHOP));
                if (choice == Choice.ALL || choice == Choice.ONE) {
                    assertThat(results).as("%s: data", choice).anyMatch(result -> !result.isEmpty());
                }
                ResultRules.checkNames(panel, results);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> answersForSixHours() {
        return forEachPanel(Duration.ofHours(6), (reader, panel) -> {
            check(reader, panel, reader.values(Choice.ALL, SeededStack.DEMO_SHOP));
            check(reader, panel, reader.values(Choice.ONE, SeededStack.KNOWN_SHOP));
        });
    }

    @TestFactory
    Stream<DynamicTest> readsNoMoreThanTheShopAndItsDays() {
        // Within one day there is no whole one, and panels of whole days would read nothing.
        return forEachPanel(Duration.ofDays(3), (reader, panel) -> {
            VariableValues values = reader.values(Choice.ONE, SeededStack.DEMO_SHOP);
            for (Query query : panel.queries()) {
                assertReadsTheShopAndItsDays(reader.text(query, values, reader.interval(panel)));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> readsNoMoreThanTheShopForAVariable() {
        return DASHBOARDS.list().stream()
                .flatMap(dashboard -> dashboard.variables().stream()
                        .flatMap(variable -> variable.query().stream())
                        .filter(query -> query.rawSql().contains("$shop"))
                        .map(query -> DynamicTest.dynamicTest(dashboard.uid() + " " + query.rawSql(), () -> {
                            BoardReader reader = reader(dashboard, Duration.ofDays(1));
                            VariableValues values = reader.values(Choice.ONE, SeededStack.DEMO_SHOP);
                            assertReadsTheShopAndItsDays(reader.text(query, values, Duration.ofMinutes(1)));
                        })));
    }

    private static void assertReadsTheShopAndItsDays(String sql) throws IOException {
        for (Plan.Read read : Plan.of(stack.reader(), sql)) {
            assertThat(!FACTS.contains(read.table()) || read.keys().contains("shop_id"))
                    .as("%s by shop, keys %s", read.table(), read.keys())
                    .isTrue();
            assertThat(!read.table().equals("conversation_days") || read.keys().contains("day"))
                    .as("%s by day, keys %s", read.table(), read.keys())
                    .isTrue();
        }
    }

    @Test
    void tellsFromAPlanWhatIsRead() throws IOException {
        assertThat(Plan.of(stack.reader(), "SELECT count() FROM conversations WHERE shop_id = 'known'"))
                .containsExactly(new Plan.Read("conversation_days", Set.of("shop_id")));
        assertThat(Plan.of(stack.reader(), "SELECT count() FROM conversations WHERE channel = 'CHAT'"))
                .containsExactly(new Plan.Read("conversation_days", Set.of()));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/dashboards/known-numbers.csv", useHeadersInDisplayName = true)
    void showsWhatTheKnownShopAddsUpTo(String uid, String title, String column, String value) throws IOException {
        showsOfAForeignShopItsOwnDayAndMoney(uid, title, column, SeededStack.KNOWN_SHOP, value);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/dashboards/foreign-numbers.csv", useHeadersInDisplayName = true)
    void showsOfAForeignShopItsOwnDayAndMoney(String uid, String title, String column, String shop, String value)
            throws IOException {
        Dashboard dashboard = DASHBOARDS.find(uid);
        Panel panel = dashboard.panels().stream()
                .filter(candidate -> candidate.title().equals(title))
                .findFirst()
                .orElseThrow();
        BoardReader reader = reader(dashboard, SeededStack.KNOWN_DAY);

        Result result = reader.result(panel, panel.queries().get(0), reader.values(Choice.ONE, shop));

        assertThat(String.join(" ", result.column(column))).isEqualTo(value);
    }

    @TestFactory
    Stream<DynamicTest> answersForAnnotations() {
        return DASHBOARDS.list().stream()
                .flatMap(dashboard -> dashboard.annotations().stream()
                        .map(annotation -> DynamicTest.dynamicTest(
                                dashboard.uid() + " " + annotation.name(),
                                () -> annotate(reader(dashboard, SeededStack.LENGTH), annotation))));
    }

    private static void annotate(BoardReader reader, Annotation annotation) throws IOException {
        for (Choice choice : Choice.values()) {
            VariableValues values = reader.values(choice, SeededStack.DEMO_SHOP);
            assertThat(reader.result(annotation.query(), values, Duration.ofMinutes(1))
                            .columns())
                    .contains("time", "title", "text")
                    .isSubsetOf("time", "timeEnd", "title", "text", "tags");
        }
    }

    @Test
    void marksWhenTheNumbersWereBehindAndWhenTheRulesChanged() throws IOException {
        assertThat(annotated("overview", "Numbers behind").rows())
                .containsExactly(
                        List.of(
                                "2026-10-24 09:24:30.000",
                                "2026-10-24 10:01:00.000",
                                "Numbers behind",
                                "Shown up to 38 min late.",
                                "All numbers"),
                        List.of(
                                "2026-10-24 12:30:00.000",
                                "2026-10-24 12:31:00.000",
                                "Numbers behind",
                                "Shown up to 2 min late.",
                                "All numbers"));
        assertThat(annotated("response", "Rules change").rows())
                .containsExactly(List.of(
                        "2026-10-21 16:00:00.000",
                        "Rules change",
                        "own.first_wait@1 ends; own.first_wait@2 begins: seeded",
                        "own.first_wait"));
    }

    private static Result annotated(String uid, String name) throws IOException {
        Dashboard dashboard = DASHBOARDS.find(uid);
        BoardReader reader = reader(dashboard, SeededStack.LENGTH);
        Annotation annotation = dashboard.annotations().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return reader.result(
                annotation.query(), reader.values(Choice.ALL, SeededStack.DEMO_SHOP), Duration.ofMinutes(1));
    }

    /** What is put in by hand is of two shops; days of cells of the others were decided by the job, by watermarks of all three topics. */
    @Test
    void theHotspotsJobToldTheDaysOfItsCells() throws IOException {
        Result result = Result.of(
                stack.reader(),
                "SELECT shop_id, sum(observed) > 0 AS observed, sum(exposures) > 0 AS exposed, max(day) AS last_day"
                        + " FROM hotspot_days WHERE dimension = 'SHOP' AND shop_id = 'guozi-snacks' GROUP BY shop_id");

        assertThat(result.rows()).containsExactly(List.of("guozi-snacks", "1", "1", "2026-10-23"));
    }

    /** Grafana puts no variables into alerts, so there must be none. */
    @Test
    void answersForAlerts() throws IOException {
        assertThat(AlertRule.all()).isNotEmpty();
        for (AlertRule rule : AlertRule.all()) {
            TimeRange range = new TimeRange(SeededStack.END.minus(rule.range()), SeededStack.END);
            String sql =
                    QueryText.expand(rule.query().rawSql(), VariableValues.of(Map.of()), range, Duration.ofMinutes(1));
            Result result = Result.of(stack.reader(), sql);
            assertThat(result.rows())
                    .as(rule.uid())
                    .allSatisfy(row -> assertThat(row).doesNotContain("nan"));
        }
    }

    private static List<Result> check(BoardReader reader, Panel panel, VariableValues values) throws IOException {
        List<Result> results = new ArrayList<>();
        for (Query query : panel.queries()) {
            Result result = reader.result(panel, query, values);
            ResultRules.check(panel, query, result, reader.points(panel));
            results.add(result);
        }
        return results;
    }

    private interface PanelCheck {
        void on(BoardReader reader, Panel panel) throws IOException;
    }

    private static Stream<DynamicTest> forEachPanel(Duration length, PanelCheck check) {
        return DASHBOARDS.list().stream().flatMap(dashboard -> {
            BoardReader reader = reader(dashboard, length);
            return dashboard.panels().stream()
                    .filter(panel -> !panel.queries().isEmpty())
                    .map(panel -> DynamicTest.dynamicTest(
                            dashboard.uid() + " " + panel.id() + " " + panel.title(), () -> check.on(reader, panel)));
        });
    }

    private static BoardReader reader(Dashboard dashboard, Duration length) {
        return new BoardReader(
                stack.reader(), dashboard, new TimeRange(SeededStack.END.minus(length), SeededStack.END));
    }
}
