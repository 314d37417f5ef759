package io.deskpulse.dashboards.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.deskpulse.dashboards.Dashboard;
import io.deskpulse.dashboards.Dashboards;
import io.deskpulse.dashboards.Language;
import io.deskpulse.ops.clickhouse.ClickHouseHttp.QueryFailed;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What the app asks for, as JSON: {@code GET /api/dashboards} lists them, {@code GET /api/dashboards/UID} gives one, {@code POST} of a
 * {@link Question} to {@code /api/query}, {@code /api/variables} or {@code /api/annotations} runs a query. Failures are
 * {@code {"error": …}} with a status of 4xx, or 502 when ClickHouse is the one that failed.
 */
final class PreviewApi implements HttpHandler {
    private static final int LONGEST_QUESTION = 1 << 20;
    private static final String HEAD = "HEAD";
    private static final Set<String> GETTING = Set.of("GET", HEAD);

    private final Dashboards dashboards;
    private final Language language;
    private final PanelQueries queries;
    private final ObjectMapper json = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    PreviewApi(Dashboards dashboards, Language language, PanelQueries queries) {
        this.dashboards = dashboards;
        this.language = language;
        this.queries = queries;
    }

    private record Listed(String uid, String title, String description, String folder, List<String> tags) {}

    private record Settings(String language, List<Listed> dashboards) {}

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                answer(exchange, 200, result(exchange));
            } catch (IllegalArgumentException | JsonProcessingException e) {
                answer(exchange, 400, error(e));
            } catch (QueryFailed e) {
                answer(exchange, 422, error(e));
            } catch (IOException e) {
                answer(exchange, 502, Map.of("error", "ClickHouse does not answer: " + e.getMessage()));
            }
        }
    }

    private Object result(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/".length());
        if (GETTING.contains(exchange.getRequestMethod())) {
            return path.equals("dashboards")
                    ? new Settings(
                            language.folder(),
                            dashboards.list().stream().map(PreviewApi::listed).toList())
                    : dashboards.find(path.substring(path.indexOf('/') + 1)).json();
        }
        Question question = json.readValue(body(exchange), Question.class);
        return switch (path) {
            case "query" -> queries.panel(question);
            case "annotations" -> queries.annotation(question);
            case "variables" -> Map.of("options", queries.variable(question));
            default -> throw new IllegalArgumentException("there is no /api/" + path);
        };
    }

    /** What is sent; that it ends too early is no failure of ClickHouse. */
    private static byte[] body(HttpExchange exchange) {
        try (InputStream body = exchange.getRequestBody()) {
            return body.readNBytes(LONGEST_QUESTION);
        } catch (IOException e) {
            throw new IllegalArgumentException("the question ends too early", e);
        }
    }

    private static Listed listed(Dashboard dashboard) {
        return new Listed(
                dashboard.uid(),
                dashboard.title(),
                dashboard.json().path("description").asText(),
                dashboard.folder(),
                StreamSupport.stream(dashboard.json().path("tags").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }

    private static Map<String, String> error(Exception e) {
        return Map.of("error", String.valueOf(e.getMessage()));
    }

    private void answer(HttpExchange exchange, int status, Object content) throws IOException {
        byte[] body = json.writeValueAsBytes(content);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        send(exchange, status, body);
    }

    /** Sends an answer; of one to HEAD its headers alone, as the server of the JDK would complain of a body on standard error. */
    static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean headers = exchange.getRequestMethod().equals(HEAD);
        exchange.sendResponseHeaders(status, headers ? -1 : body.length);
        if (!headers) {
            exchange.getResponseBody().write(body);
        }
    }
}
