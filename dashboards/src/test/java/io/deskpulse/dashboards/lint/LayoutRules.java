package io.deskpulse.dashboards.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.dashboards.Dashboard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where panels stand: 24 columns, nothing over another, no empty line between them. */
final class LayoutRules {
    private static final int COLUMNS = 24;
    private static final int MOST_VISIBLE = 15;

    private LayoutRules() {}

    static void check(Dashboard dashboard, Findings findings) {
        List<JsonNode> top = new ArrayList<>();
        dashboard.json().path("panels").forEach(top::add);
        ids(top, findings);
        grid(top, findings);
        int visible = 0;
        for (JsonNode panel : top) {
            if (panel.path("type").asText().equals("row")) {
                row(panel, findings.at("row " + panel.path("title").asText()));
            } else {
                visible++;
            }
        }
        findings.unless(visible <= MOST_VISIBLE, "more than " + MOST_VISIBLE + " panels can be seen at once");
        findings.unless(!top.isEmpty() && isIntroduction(top.get(0)), "does not begin with a text panel of height 2");
    }

    private static boolean isIntroduction(JsonNode panel) {
        JsonNode grid = panel.path("gridPos");
        return panel.path("type").asText().equals("text")
                && grid.path("h").asInt() == 2
                && grid.path("y").asInt() == 0;
    }

    private static void row(JsonNode row, Findings findings) {
        List<JsonNode> children = new ArrayList<>();
        row.path("panels").forEach(children::add);
        findings.unless(
                row.path("collapsed").asBoolean() == !children.isEmpty(),
                "a row has its panels inside exactly while it is collapsed");
        grid(children, findings);
    }

    private static void ids(List<JsonNode> top, Findings findings) {
        Set<Integer> ids = new HashSet<>();
        List<JsonNode> all = new ArrayList<>(top);
        top.forEach(panel -> panel.path("panels").forEach(all::add));
        for (JsonNode panel : all) {
            int id = panel.path("id").asInt();
            findings.unless(id > 0 && ids.add(id), "panel id " + id + " is missing or not unique");
        }
    }

    private static void grid(List<JsonNode> panels, Findings findings) {
        Set<List<Integer>> taken = new HashSet<>();
        Set<Integer> lines = new HashSet<>();
        for (JsonNode panel : panels) {
            JsonNode at = panel.path("gridPos");
            int x = at.path("x").asInt(-1);
            int y = at.path("y").asInt(-1);
            int w = at.path("w").asInt();
            int h = at.path("h").asInt();
            Findings here = findings.at("panel " + panel.path("id").asInt());
            here.unless(
                    x >= 0 && y >= 0 && w > 0 && h > 0 && x + w <= COLUMNS, "stands outside the grid of 24 columns");
            here.unless(take(taken, x, y, w, h), "overlaps another");
            for (int line = y; line < y + h; line++) {
                lines.add(line);
            }
        }
        if (!lines.isEmpty()) {
            int first = lines.stream().mapToInt(line -> line).min().getAsInt();
            int last = lines.stream().mapToInt(line -> line).max().getAsInt();
            findings.unless(lines.size() == last - first + 1, "there is an empty line between panels");
        }
    }

    private static boolean take(Set<List<Integer>> taken, int left, int top, int width, int height) {
        boolean free = true;
        for (int x = left; x < left + width; x++) {
            for (int y = top; y < top + height; y++) {
                free &= taken.add(List.of(x, y));
            }
        }
        return free;
    }
}
