package io.deskpulse.dashboards.server;

import com.sun.net.httpserver.HttpServer;
import io.deskpulse.ops.HttpServerSettings;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Answers every query with one text and remembers what it was asked. */
final class RecordingClickHouse implements AutoCloseable {
    static {
        // The first server of a virtual machine reads it, and in most tests that is this one.
        HttpServerSettings.answerWithoutDelay();
    }

    private final HttpServer server;
    private volatile String address;
    private volatile String sql;

    RecordingClickHouse(int status, String answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                address = exchange.getRequestURI().toString();
                sql = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                byte[] body = answer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    ClickHouseAccess access() {
        return new ClickHouseAccess(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "reader", "secret");
    }

    /** Path and settings of the last query. */
    String address() {
        return address;
    }

    String sql() {
        return sql;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
