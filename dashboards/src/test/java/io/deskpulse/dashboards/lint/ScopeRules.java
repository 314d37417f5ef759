package io.deskpulse.dashboards.lint;

import io.deskpulse.dashboards.Dashboard;
import io.deskpulse.dashboards.Panel;
import io.deskpulse.dashboards.Query;
import io.deskpulse.dashboards.Variable;
import java.util.Map;
import java.util.regex.Pattern;

/** What a number is of: of all that is open, of the shop's hours, and of what is chosen above it. */
final class ScopeRules {
    private static final Pattern OPEN =
            Pattern.compile("open_(?:waits|tickets|items|troubles)_at\\(at = \\$__toTime_ms\\)");
    private static final Pattern FROM_THE_START = Pattern.compile("\\$__(?:fromTime|timeFilter)");
    private static final Pattern OPEN_TROUBLES = Pattern.compile("isNull\\(fixed_at\\)");
    private static final Pattern WAITS = Pattern.compile("open_waits_at\\(at = \\$__toTime_ms\\)");
    private static final Pattern BY_RULE = Pattern.compile("\\bscored_\\w+\\(|\\bscore_\\w+\\(");

    /** How the title of a panel says that it does not follow a variable. */
    private static final Map<String, Pattern> SAID = Map.of(
            "channel", Pattern.compile("all channels"),
            "rule", Pattern.compile("own rule|rules of all"),
            "kind", Pattern.compile("waits|tickets|Promises|Unpaid orders|Kept in time"));

    private ScopeRules() {}

    static void check(Dashboard dashboard, Findings findings) {
        for (Panel panel : dashboard.panels()) {
            Findings here = findings.at("panel " + panel.id());
            for (Query query : panel.queries()) {
                open(query.rawSql(), here);
                variables(panel, query.rawSql(), dashboard, here);
            }
        }
        consent(dashboard, findings);
    }

    private static void open(String sql, Findings findings) {
        findings.unless(
                !OPEN.matcher(sql).find() || !FROM_THE_START.matcher(sql).find(),
                "what is open ignores the start of the range");
        findings.unless(!OPEN_TROUBLES.matcher(sql).find(), "open troubles are those of open_troubles_at");
        findings.unless(
                !WAITS.matcher(sql).find() || sql.contains("owed_ms"),
                "a wait counts in the hours of the shop: owed_ms of open_waits_at");
    }

    private static void variables(Panel panel, String sql, Dashboard dashboard, Findings findings) {
        if (panel.title().equals(FreshnessRules.TITLE)) {
            return;
        }
        for (Variable variable : dashboard.variables()) {
            String name = variable.name();
            boolean concerned = variable.multi() && !name.equals("shop")
                    || name.equals("rule") && BY_RULE.matcher(sql).find();
            Pattern said = SAID.get(name);
            findings.unless(
                    !concerned
                            || sql.contains("${" + name + ":")
                            || said != null && said.matcher(panel.title()).find(),
                    "neither follows the variable " + name + " nor says so in its title");
        }
    }

    // A number that must be 0 is of no use to anybody in a row that is folded.
    private static void consent(Dashboard dashboard, Findings findings) {
        findings.unless(
                dashboard.panels().stream().noneMatch(ScopeRules::tellsOfConsent)
                        || dashboard.panels().stream()
                                .filter(panel -> FreshnessRules.isVisible(panel, dashboard))
                                .anyMatch(ScopeRules::tellsOfConsent),
                "calls without consent are in folded rows alone");
    }

    private static boolean tellsOfConsent(Panel panel) {
        return panel.queries().stream().anyMatch(query -> query.rawSql().contains("without_consent"));
    }
}
