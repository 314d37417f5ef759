package io.deskpulse.streaming.sinks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** A server that answers inserts as told, then takes all that come, and remembers what it was sent. */
final class FaultyClickHouse implements AutoCloseable {
    /** Closes the connection without a word. */
    static final Answer SILENCE = new Answer(0, 0, "");

    /**
     * What it says.
     *
     * @param status of HTTP
     * @param code of ClickHouse, 0 when something else answers in its place
     */
    record Answer(int status, int code, String text) {}

    /**
     * What it was sent.
     *
     * @param query parameters of the URL
     */
    record Request(String query, String authorization, byte[] body) {}

    private final HttpServer server;
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private Runnable whenAsked = () -> {};

    FaultyClickHouse(Answer... first) throws IOException {
        answers.addAll(List.of(first));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    static Answer error(int status, int code, String text) {
        return new Answer(status, code, "Code: " + code + ". DB::Exception: " + text);
    }

    /** Runs at each request, before it is answered. */
    void whenAsked(Runnable action) {
        whenAsked = action;
    }

    ClickHouseAddress address() {
        return ClickHouseAddress.parse(
                "http://127.0.0.1:" + server.getAddress().getPort(), "writer", "the password", null);
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        requests.add(new Request(
                URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8),
                exchange.getRequestHeaders().getFirst("Authorization"),
                body));
        whenAsked.run();
        Answer answer = answers.isEmpty() ? new Answer(200, 0, "") : answers.poll();
        if (answer != SILENCE) {
            byte[] text = answer.text().getBytes(StandardCharsets.UTF_8);
            if (answer.code() > 0) {
                exchange.getResponseHeaders().add("X-ClickHouse-Exception-Code", String.valueOf(answer.code()));
            }
            exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        }
        exchange.close();
    }
}
