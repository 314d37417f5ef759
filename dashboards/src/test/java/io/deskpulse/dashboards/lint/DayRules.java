package io.deskpulse.dashboards.lint;

import io.deskpulse.dashboards.Dashboard;
import io.deskpulse.dashboards.Panel;
import io.deskpulse.dashboards.Query;
import java.util.regex.Pattern;

/** What is drawn by day: whole days, and the running day apart. */
final class DayRules {
    private static final Pattern AT_MIDNIGHT =
            Pattern.compile("toDateTime\\((?:assumeNotNull\\()?day\\)?, zone\\)|toStartOfDay\\(");
    private static final Pattern WHOLE =
            Pattern.compile("day BETWEEN toDate\\(\\$__fromTime_ms - toIntervalMillisecond\\(1\\), zone\\) \\+ 1 "
                    + "AND toDate\\(\\$__toTime_ms \\+ toIntervalSecond\\(1\\), zone\\) - 1");
    private static final Pattern BY_NAME = Pattern.compile("AS day_name\\b");

    private DayRules() {}

    static void check(Dashboard dashboard, Findings findings) {
        for (Panel panel : dashboard.panels()) {
            for (Query query : panel.queries()) {
                check(panel, query, findings.at("panel " + panel.id()));
            }
        }
    }

    private static void check(Panel panel, Query query, Findings findings) {
        String sql = query.rawSql();
        if (query.format() == Query.TIME_SERIES && AT_MIDNIGHT.matcher(sql).find()) {
            findings.unless(
                    WHOLE.matcher(sql).find(), "a curve by day has whole days of the range alone, from midnight on");
            findings.unless(
                    !PanelRules.defaults(panel)
                            .path("custom")
                            .path("drawStyle")
                            .asText()
                            .equals("bars"),
                    "bars by day are a bar chart over names of days");
        }
        if (BY_NAME.matcher(sql).find()) {
            findings.unless(sql.contains("'today'"), "the running day stands apart from whole days");
        }
    }
}
