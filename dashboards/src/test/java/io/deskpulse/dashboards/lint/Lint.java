package io.deskpulse.dashboards.lint;

import io.deskpulse.dashboards.Dashboard;
import java.util.List;

/** The rules that a dashboard has to obey, all of them. */
public final class Lint {
    private Lint() {}

    /** What is wrong with dashboards that belong together; empty when nothing is. */
    public static List<String> check(List<Dashboard> dashboards) {
        Findings findings = Findings.none();
        for (Dashboard dashboard : dashboards) {
            Findings here = findings.at(dashboard.uid());
            GrafanaSchema.check(dashboard, here);
            BoardRules.check(dashboard, here);
            LayoutRules.check(dashboard, here);
            PanelRules.check(dashboard, here);
            FieldRules.check(dashboard, here);
            QueryRules.check(dashboard, here);
            SqlRules.check(dashboard, here);
            VariableRules.check(dashboard, here);
            AnnotationRules.check(dashboard, here);
            FreshnessRules.check(dashboard, here);
            ScopeRules.check(dashboard, here);
            DayRules.check(dashboard, here);
            ColourRules.check(dashboard, here);
            ReadingRules.check(dashboard, here);
        }
        LinkRules.check(dashboards, findings);
        SameEverywhereRules.check(dashboards, findings);
        return findings.list();
    }
}
