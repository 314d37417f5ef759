package io.deskpulse.dashboards.lint;

import io.deskpulse.dashboards.Dashboard;
import io.deskpulse.dashboards.Panel;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The age of data that a board shows is that of the streams its numbers are made of, and no text promises another. */
final class FreshnessRules {
    static final String TITLE = "Data as of";

    private static final Pattern NAMED = Pattern.compile("stream IN \\(([^)]*)\\)");
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern VIEW = Pattern.compile("\\b(?:FROM|JOIN)\\s+(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PROMISE = Pattern.compile("(?i)about a second");
    private static final Set<String> CHAT = Set.of("chat");
    private static final Set<String> TICKETS = Set.of("tickets");
    private static final Set<String> ORDERS = Set.of("orders");
    private static final Set<String> ALL = Set.of("chat", "tickets", "orders");

    /** Of what streams the views are made. */
    private static final Map<Pattern, Set<String>> STREAMS = Map.of(
            Pattern.compile(
                    "rounds|waits|conversations|scored_\\w+|score_\\w+|open_waits_at|calls|call_legs|agent_contacts"),
            CHAT,
            Pattern.compile("tickets|ticket_\\w+|resolutions\\w*|open_tickets_at"),
            TICKETS,
            Pattern.compile("orders|sales|attribution\\w*|order_\\w+|open_troubles_at|unpaid_\\w+"),
            ORDERS,
            Pattern.compile("enquiries|enquiry_responses|lost_enquirers"),
            Set.of("chat", "orders"),
            Pattern.compile("open_items_at|case_events|hotspots?\\w*|complaints|shop_status_at"),
            ALL);

    private FreshnessRules() {}

    static void check(Dashboard dashboard, Findings findings) {
        findings.unless(
                !PROMISE.matcher(dashboard.json().toString()).find(),
                "promises how late numbers are, which nobody can promise");
        Set<String> needed = new TreeSet<>();
        for (Panel panel : dashboard.panels()) {
            if (!panel.title().equals(TITLE)) {
                panel.queries().forEach(query -> needed.addAll(streams(query.rawSql())));
            }
        }
        for (Panel panel : dashboard.panels()) {
            if (panel.title().equals(TITLE)) {
                String sql =
                        panel.queries().isEmpty() ? "" : panel.queries().get(0).rawSql();
                findings.at("panel " + panel.id())
                        .unless(
                                dashboard.folder().equals("operations")
                                        || named(sql).containsAll(needed),
                                "is not the age of all streams that the board shows: " + needed);
            }
        }
    }

    private static Set<String> named(String sql) {
        Set<String> streams = new TreeSet<>();
        Matcher list = NAMED.matcher(sql.contains("data_as_of(") ? sql : "");
        if (list.find()) {
            WORD.matcher(list.group(1)).results().forEach(word -> streams.add(word.group()));
        }
        return streams;
    }

    private static Set<String> streams(String sql) {
        Set<String> streams = new TreeSet<>();
        VIEW.matcher(sql)
                .results()
                .forEach(view -> STREAMS.forEach((views, of) -> {
                    if (views.matcher(view.group(1)).matches()) {
                        streams.addAll(of);
                    }
                }));
        return streams;
    }

    /** Not within a row that is folded at first. */
    static boolean isVisible(Panel panel, Dashboard dashboard) {
        return dashboard
                .json()
                .path("panels")
                .valueStream()
                .anyMatch(top -> top.path("id").asInt() == panel.id());
    }
}
