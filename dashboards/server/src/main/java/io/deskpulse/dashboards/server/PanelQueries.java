package io.deskpulse.dashboards.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskpulse.dashboards.Annotation;
import io.deskpulse.dashboards.Dashboard;
import io.deskpulse.dashboards.Dashboards;
import io.deskpulse.dashboards.Query;
import io.deskpulse.dashboards.QueryText;
import io.deskpulse.dashboards.Variable;
import io.deskpulse.dashboards.server.Frame.Field;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers questions of the browser with the queries of the dashboards, read-only and within limits. */
final class PanelQueries {
    /** A panel shows hundreds of rows; more would only stall the browser. */
    private static final Map<String, String> LIMITS =
            Map.of("max_execution_time", "20", "max_result_rows", "50000", "result_overflow_mode", "break");

    private final Dashboards dashboards;
    private final ClickHouseHttp clickHouse;
    private final ObjectMapper json = new ObjectMapper();

    PanelQueries(Dashboards dashboards, ClickHouseAccess reader) {
        Map<String, String> settings = new HashMap<>(LIMITS);
        settings.putAll(FrameReader.SETTINGS);
        this.dashboards = dashboards;
        this.clickHouse = new ClickHouseHttp(reader, ClickHouseAccess.DATABASE, settings);
    }

    /**
     * What a panel's query gave.
     *
     * @param sql what ClickHouse was asked
     * @param millis how long it took
     */
    record Answer(List<Frame> frames, String sql, long millis) {}

    /** A value that a variable may have, and how it is shown. */
    record Option(String value, String text) {}

    /**
     * Runs a panel's query.
     *
     * @throws IOException when ClickHouse is not reached or refuses the query, with its words
     * @throws IllegalArgumentException when there is no such query or it cannot be expanded
     */
    Answer panel(Question question) throws IOException {
        if (question.panelId() == null) {
            throw new IllegalArgumentException("panelId is missing");
        }
        return run(dashboard(question).panel(question.panelId()).query(question.refId()), question);
    }

    /** Runs an annotation's query; throws as {@link #panel} does. */
    Answer annotation(Question question) throws IOException {
        return run(
                dashboard(question).annotations().stream()
                        .filter(annotation -> annotation.name().equals(question.name()))
                        .map(Annotation::query)
                        .findFirst()
                        .orElseThrow(() -> unknown("annotation", question)),
                question);
    }

    /** Values of a variable: the first column, shown as the second if there is one; throws as {@link #panel} does. */
    List<Option> variable(Question question) throws IOException {
        Query query = dashboard(question).variables().stream()
                .filter(variable -> variable.name().equals(question.name()))
                .findFirst()
                .flatMap(Variable::query)
                .orElseThrow(() -> unknown("variable with a query", question));
        Frame frame = run(query, question).frames().get(0);
        Field values = frame.fields().get(0);
        Field texts = frame.fields().get(Math.min(1, frame.fields().size() - 1));
        List<Option> options = new ArrayList<>();
        for (int row = 0; row < frame.length(); row++) {
            options.add(new Option(
                    String.valueOf(values.values().get(row)),
                    String.valueOf(texts.values().get(row))));
        }
        return options;
    }

    private Dashboard dashboard(Question question) {
        return dashboards.find(question.dashboard());
    }

    private Answer run(Query query, Question question) throws IOException {
        String sql = QueryText.expand(query.rawSql(), question.values(), question.range(), question.interval());
        long started = System.nanoTime();
        JsonNode result = json.readTree(clickHouse.query(sql + "\nFORMAT " + FrameReader.FORMAT));
        long millis = (System.nanoTime() - started) / 1_000_000;
        Frame frame = FrameReader.read(result);
        Frame shaped = query.format() == Query.TIME_SERIES ? WideFrame.of(frame) : frame;
        return new Answer(List.of(shaped), sql, millis);
    }

    private static IllegalArgumentException unknown(String what, Question question) {
        return new IllegalArgumentException(
                "dashboard " + question.dashboard() + " has no " + what + " " + question.name());
    }
}
