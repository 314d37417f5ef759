package io.deskpulse.demo.dashboards;

import io.deskpulse.dashboards.Annotation;
import io.deskpulse.dashboards.Dashboard;
import io.deskpulse.dashboards.Panel;
import io.deskpulse.dashboards.Query;
import io.deskpulse.dashboards.Variable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A query of a board.
 *
 * @param name of the board, and of the variable, annotation or panel that asks
 * @param interval width of a bucket
 */
record BoardQuestion(String name, Query query, Duration interval) {
    /** All of a board, variables first. */
    static List<BoardQuestion> of(Dashboard dashboard, BoardReader reader) {
        List<BoardQuestion> questions = new ArrayList<>();
        for (Variable variable : dashboard.variables()) {
            variable.query()
                    .ifPresent(query -> questions.add(new BoardQuestion(
                            dashboard.uid() + " variable " + variable.name(), query, Duration.ofMinutes(1))));
        }
        for (Annotation annotation : dashboard.annotations()) {
            questions.add(new BoardQuestion(
                    dashboard.uid() + " annotation " + annotation.name(), annotation.query(), Duration.ofMinutes(1)));
        }
        for (Panel panel : dashboard.panels()) {
            for (Query query : panel.queries()) {
                questions.add(new BoardQuestion(
                        dashboard.uid() + " " + panel.id() + query.refId() + " " + panel.title(),
                        query,
                        reader.interval(panel)));
            }
        }
        return questions;
    }

    /** Whether it is about the shop that is chosen. */
    boolean isOfAShop() {
        return query.rawSql().contains("$shop") || query.rawSql().contains("${shop");
    }
}
