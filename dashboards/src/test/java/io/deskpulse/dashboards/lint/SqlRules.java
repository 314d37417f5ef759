package io.deskpulse.dashboards.lint;

import io.deskpulse.dashboards.Annotation;
import io.deskpulse.dashboards.Dashboard;
import io.deskpulse.dashboards.Panel;
import io.deskpulse.dashboards.Query;
import io.deskpulse.dashboards.QueryText;
import io.deskpulse.dashboards.TimeRange;
import io.deskpulse.dashboards.Variable;
import io.deskpulse.dashboards.VariableValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is forbidden and what is needed in the SQL of a query. */
final class SqlRules {
    private static final Map<Pattern, String> FORBIDDEN = Map.of(
            Pattern.compile("'[A-Z]\\w+/\\w+'"), "a time zone is the shop's: shop_days_at, shop_clocks_at",
            Pattern.compile("_fen\\) / 100\\b"), "money has the digits of its currency: minor_digits",
            Pattern.compile("INTERVAL\\s+\\$__interval\\b(?!_)", Pattern.CASE_INSENSITIVE),
                    "INTERVAL $__interval is no SQL: $__interval_s second",
            Pattern.compile("\\$\\{?__(from|to)\\b"), "$__from and $__to are not expanded everywhere: $__fromTime",
            Pattern.compile("\\b(now|now64|today|yesterday)\\s*\\("), "the present is $__toTime",
            Pattern.compile("\\bquantile(?!ExactInclusive)\\w*\\("),
                    "percentiles are exact and interpolated as the views do",
            Pattern.compile("\\bhasToken\\("), "hasToken fails on free text",
            Pattern.compile("(?i)\\b(FROM|JOIN)\\s+deskpulse\\."), "the data source knows the database");
    private static final Pattern SOURCE = Pattern.compile("\\b(?:FROM|JOIN)\\s+(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Path MIGRATIONS = Path.of("..", "infra", "clickhouse", "tables");
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE IF NOT EXISTS deskpulse\\.(\\w+)");
    private static final Set<String> STORAGE = storage();
    private static final Pattern UNFORMATTED = Pattern.compile("\\$(?!__)\\w+|\\$\\{(?!__)\\w+}|\\[\\[");
    private static final Pattern CONDITIONAL = Pattern.compile(",\\s*\\$\\{?\\w+}?\\s*\\)");
    private static final Pattern RANGE =
            Pattern.compile("\\$__(timeFilter|fromTime|toTime|timeFrom|timeTo|dateFilter|dt\\()");
    private static final Pattern BY_TIME = Pattern.compile("(?is).*\\bORDER BY\\s+time\\b(?:[^()]*|\\s+WITH FILL.*)");
    private static final Pattern SHOP =
            Pattern.compile("\\$__conditionalAll\\([^$]*\\$\\{shop:singlequote}\\), ?\\$shop\\)");
    private static final List<List<String>> CHOICES =
            List.of(List.of(VariableValues.ALL), List.of("a"), List.of("a", "it's"), List.of());

    private SqlRules() {}

    static void check(Dashboard dashboard, Findings findings) {
        boolean byShop = !dashboard.folder().equals("operations");
        for (Panel panel : dashboard.panels()) {
            for (Query query : panel.queries()) {
                Findings here = findings.at("panel " + panel.id() + " " + query.refId());
                text(query, dashboard, here);
                here.unless(RANGE.matcher(query.rawSql()).find(), "the time range does not matter to it");
                here.unless(!byShop || SHOP.matcher(query.rawSql()).find(), "the variable shop does not matter to it");
                here.unless(
                        query.format() != Query.TIME_SERIES
                                || BY_TIME.matcher(query.rawSql()).matches(),
                        "a time series ends with ORDER BY time");
            }
        }
        for (Variable variable : dashboard.variables()) {
            variable.query().ifPresent(query -> text(query, dashboard, findings.at("variable " + variable.name())));
        }
        for (Annotation annotation : dashboard.annotations()) {
            Findings here = findings.at("annotation " + annotation.name());
            text(annotation.query(), dashboard, here);
            here.unless(RANGE.matcher(annotation.query().rawSql()).find(), "the time range does not matter to it");
        }
    }

    private static void text(Query query, Dashboard dashboard, Findings findings) {
        String sql = query.rawSql();
        FORBIDDEN.forEach(
                (pattern, why) -> findings.unless(!pattern.matcher(sql).find(), why));
        findings.unless(
                !UNFORMATTED.matcher(CONDITIONAL.matcher(sql).replaceAll(")")).find(), "a variable has no format");
        findings.unless(
                !sql.contains("AS time,") || !sql.matches("(?s).*\\$__time\\w+\\(time\\).*"),
                "filters on the alias time");
        SOURCE.matcher(sql)
                .results()
                .map(match -> match.group(1))
                .forEach(name ->
                        findings.unless(!STORAGE.contains(name), "reads the storage " + name + " and not its view"));
        dashboard.variables().stream()
                .filter(variable -> variable.query().isPresent())
                .forEach(variable -> findings.unless(
                        !sql.contains("${" + variable.name() + ":raw}"), "a value from data is put in without quotes"));
        for (List<String> choice : CHOICES) {
            expand(sql, choice, dashboard, findings);
        }
    }

    private static void expand(String sql, List<String> choice, Dashboard dashboard, Findings findings) {
        Map<String, List<String>> values = new HashMap<>();
        for (Variable variable : dashboard.variables()) {
            boolean fits = variable.multi() || choice.size() == 1;
            boolean all = choice.contains(VariableValues.ALL) && !variable.includeAll();
            values.put(variable.name(), fits && !all ? choice : List.of("it's"));
        }
        try {
            QueryText.expand(
                    sql, VariableValues.of(values), new TimeRange(Instant.EPOCH, Instant.EPOCH), Duration.ofMinutes(1));
        } catch (IllegalArgumentException e) {
            findings.unless(false, e.getMessage());
        }
    }

    // The tables behind the views are nobody's interface, but for the rules, which are rows to be read.
    private static Set<String> storage() {
        Set<String> names = new HashSet<>(Set.of("system"));
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.toList()) {
                TABLE.matcher(Files.readString(file)).results().forEach(table -> names.add(table.group(1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        names.remove("metric_rules");
        return names;
    }
}
