package io.deskpulse.demo.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.dashboards.Panel;
import io.deskpulse.dashboards.Query;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What Grafana needs of a result to draw it. */
final class ResultRules {
    private static final Pattern NUMBER = Pattern.compile("(?:Nullable\\()?(?:U?Int|Float|Decimal|Bool).*");
    private static final Pattern TIME = Pattern.compile("DateTime.*|Date");
    private static final Pattern FIELD = Pattern.compile("__data\\.fields\\[\\\\?\"([^\"\\\\]+)");
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]");
    private static final Set<String> NAMING = Set.of("displayName", "custom.hidden", "custom.hideFrom");
    private static final int MOST_ROWS_OF_A_TABLE = 1_000;

    private ResultRules() {}

    static void check(Panel panel, Query query, Result result, long points) {
        assertThat(result.columns()).as("columns").doesNotHaveDuplicates();
        assertThat(result.rows()).allSatisfy(row -> assertThat(row).doesNotContain("nan", "inf", "-inf"));
        if (query.format() == Query.TIME_SERIES) {
            checkTimeSeries(result, points);
        } else {
            assertThat(result.rows().size()).as("rows").isLessThanOrEqualTo(MOST_ROWS_OF_A_TABLE);
        }
        if (panel.type().equals("stat")) {
            assertThat(result.rows().size()).as("rows of a stat").isBetween(1, 2);
        }
    }

    private static void checkTimeSeries(Result result, long most) {
        assertThat(result.columns().get(0)).isEqualTo("time");
        assertThat(result.types().get(0)).matches(TIME);
        assertThat(result.types().subList(1, result.types().size()))
                .anyMatch(type -> NUMBER.matcher(type).matches());
        assertThat(result.column("time")).as("ascending time").isSorted().doesNotContainNull();
        assertThat(new HashSet<>(result.column("time")).size())
                .as("points of a series")
                .isLessThanOrEqualTo((int) most);
        List<List<String>> points = new ArrayList<>();
        for (List<String> row : result.rows()) {
            points.add(key(row, result.types()));
        }
        assertThat(points).as("one row a point and series").doesNotHaveDuplicates();
    }

    private static List<String> key(List<String> row, List<String> types) {
        List<String> key = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            if (!NUMBER.matcher(types.get(i)).matches()) {
                key.add(row.get(i));
            }
        }
        return key;
    }

    /** Links and overrides name columns that are there, and no reader sees the name of a column as SQL has it. */
    static void checkNames(Panel panel, List<Result> results) {
        Set<String> columns =
                results.stream().flatMap(result -> result.columns().stream()).collect(Collectors.toSet());
        FIELD.matcher(panel.json().toString())
                .results()
                .forEach(field -> assertThat(columns).as("column of a link").contains(field.group(1)));
        Set<String> named = new HashSet<>();
        for (JsonNode override : panel.json().path("fieldConfig").path("overrides")) {
            if (override.path("matcher").path("id").asText().equals("byName")) {
                String column = override.path("matcher").path("options").asText();
                assertThat(columns).as("column of an override").contains(column);
                if (NAMING.stream().anyMatch(override.path("properties").findValuesAsText("id")::contains)) {
                    named.add(column);
                }
            }
        }
        if (!columnsAreUnseen(panel)) {
            results.stream()
                    .filter(result -> !isLong(panel, result))
                    .forEach(result -> assertThat(result.columns())
                            .as("columns without a name for readers")
                            .allMatch(column -> named.contains(column)
                                    || column.equals("time")
                                    || !LETTERS.matcher(column).find()));
        }
    }

    // Grafana names the series of such a result by the texts in it.
    private static boolean isLong(Panel panel, Result result) {
        return panel.queries().get(0).format() == Query.TIME_SERIES
                && result.types().stream().anyMatch(type -> type.contains("String"));
    }

    private static boolean columnsAreUnseen(Panel panel) {
        JsonNode json = panel.json();
        return json.path("options").path("textMode").asText().equals("value")
                || json.path("options").path("reduceOptions").path("values").asBoolean()
                || json.path("fieldConfig").path("defaults").has("displayName")
                || json.path("fieldConfig")
                        .path("defaults")
                        .path("custom")
                        .path("hidden")
                        .asBoolean();
    }
}
