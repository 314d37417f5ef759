package io.deskpulse.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a case says about one view.
 *
 * @param view a view of {@code views.yaml}
 * @param rule {@code rule_id@version} when the rows are those of one rule, in the view {@code scores} or another, else null
 * @param at the instant at which the view is asked, ISO-8601 with offset; null for now
 * @param days first and last day over which the view is asked, such as {@code 2026-11-02/2026-11-08}; null for every day
 * @param rows all rows of the case's shop, in the order of {@code views.yaml}, each an object of the columns compared
 */
record Expectation(String view, String rule, String at, String days, List<JsonNode> rows) {
    static final String SCORES = "scores";

    /** How messages name it. */
    String name() {
        String rows =
                rule == null ? "view " + view : view.equals(SCORES) ? "score " + rule : "view " + view + " of " + rule;
        return rows + (at == null ? "" : " at " + at) + (days == null ? "" : " over " + days);
    }
}
