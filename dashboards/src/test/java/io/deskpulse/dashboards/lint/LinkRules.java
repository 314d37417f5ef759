package io.deskpulse.dashboards.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.dashboards.Dashboard;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Links lead to dashboards that exist, with the time range and variables that exist there. */
final class LinkRules {
    private static final Pattern BOARD = Pattern.compile("/d/([\\w-]+)(?:/[\\w-]+)?\\?(.+)");
    private static final Pattern VARIABLE = Pattern.compile("var-([\\w-]+)=|\\$\\{(\\w+):queryparam}");

    /** An address that the settings of a shop say. */
    private static final String WORKBENCH = "${__data.fields[\"workbench\"]}";

    private LinkRules() {}

    static void check(List<Dashboard> dashboards, Findings findings) {
        Map<String, Dashboard> byUid = dashboards.stream()
                .collect(Collectors.toMap(Dashboard::uid, Function.identity(), (first, second) -> first));
        for (Dashboard dashboard : dashboards) {
            for (JsonNode url : dashboard.json().findValues("url")) {
                check(url.asText(), byUid, findings.at(dashboard.uid() + ", link " + url.asText()));
            }
        }
    }

    private static void check(String url, Map<String, Dashboard> dashboards, Findings findings) {
        if (url.equals(WORKBENCH)) {
            return;
        }
        Matcher link = BOARD.matcher(url);
        if (!link.matches() || !dashboards.containsKey(link.group(1))) {
            findings.unless(url.isEmpty(), "leads to no dashboard of ours");
            return;
        }
        findings.unless(
                url.contains("${__url_time_range}") || url.contains("from=now") && url.contains("&to=now"),
                "does not carry the time range");
        Set<String> known = dashboards.get(link.group(1)).variables().stream()
                .map(variable -> variable.name())
                .collect(Collectors.toSet());
        Matcher variable = VARIABLE.matcher(link.group(2));
        while (variable.find()) {
            String name = variable.group(1) == null ? variable.group(2) : variable.group(1);
            findings.unless(known.contains(name), "there is no variable " + name + " there");
        }
    }
}
