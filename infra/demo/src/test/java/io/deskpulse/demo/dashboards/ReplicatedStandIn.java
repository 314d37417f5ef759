package io.deskpulse.demo.dashboards;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.deskpulse.local.cluster.ClickHouseCluster;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Stands before the embedded servers of a cluster as the one of them that is asked, and does what the engine {@code Replicated} of a
 * database and of tables would do, which the library has not: definitions, and rows of tables that are whole everywhere, go to each.
 */
final class ReplicatedStandIn implements AutoCloseable {
    private static final Pattern DEFINITION =
            Pattern.compile("\\A(?:\\s*--[^\n]*\n)*\\s*(?:CREATE|ALTER|DROP|EXCHANGE)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern INSERTION =
            Pattern.compile("\\A(?:\\s*--[^\n]*\n)*\\s*INSERT INTO deskpulse\\.(\\w+)");
    private static final Pattern OF_TABLE =
            Pattern.compile("ENGINE = Replicated(\\w*MergeTree)(\\('[^']*', '[^']*'(\\)|, ))?");
    private static final Pattern OF_DATABASE = Pattern.compile("(CREATE DATABASE .*) ON CLUSTER .*");
    private static final Pattern ENGINE_TOLD = Pattern.compile("^\tAtomic$", Pattern.MULTILINE);

    private final List<ClickHouseAccess> servers;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private ReplicatedStandIn(List<ClickHouseAccess> servers) throws IOException {
        this.servers = servers;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", this::answer);
        http.start();
    }

    /** Before the servers of a cluster, of which the given shard's is asked first. */
    static ReplicatedStandIn before(ClickHouseCluster cluster, int asked) throws IOException {
        return new ReplicatedStandIn(IntStream.range(0, cluster.shards().size())
                .mapToObj(offset -> 1 + (asked - 1 + offset) % cluster.shards().size())
                .map(shard -> cluster.shard(shard).admin())
                .toList());
    }

    /** Who may do everything. */
    ClickHouseAccess admin() {
        return new ClickHouseAccess(
                URI.create("http://127.0.0.1:" + http.getAddress().getPort()),
                servers.get(0).user(),
                servers.get(0).password());
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = 200;
        String answer;
        try {
            answer = exchange.getRequestURI().getPath().equals("/ping") ? "Ok.\n" : send(exchange, body);
        } catch (ClickHouseHttp.QueryFailed e) {
            status = 500;
            answer = e.getMessage();
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private String send(HttpExchange exchange, String body) throws IOException {
        String sql = OF_TABLE.matcher(body)
                .replaceAll(engine -> "ENGINE = " + engine.group(1) + (", ".equals(engine.group(3)) ? "(" : ""));
        sql = OF_DATABASE.matcher(sql).replaceAll("$1");
        String answer = null;
        for (ClickHouseAccess server : isForAll(sql) ? servers : servers.subList(0, 1)) {
            String own = new ClickHouseHttp(server, "default", settings(exchange)).query(sql);
            answer = answer == null ? own : answer;
        }
        return ENGINE_TOLD.matcher(answer).replaceAll("\tReplicated");
    }

    private boolean isForAll(String sql) throws IOException {
        Matcher insertion = INSERTION.matcher(sql);
        if (!insertion.find()) {
            return DEFINITION.matcher(sql).find();
        }
        return !new ClickHouseHttp(servers.get(0))
                .query("SELECT engine FROM system.tables WHERE database = 'deskpulse' AND name = '" + insertion.group(1)
                        + "'")
                .equals("Distributed");
    }

    private static Map<String, String> settings(HttpExchange exchange) {
        Map<String, String> settings = new HashMap<>();
        String query = exchange.getRequestURI().getQuery();
        for (String setting : query == null ? new String[0] : query.split("&")) {
            settings.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        settings.remove("wait_end_of_query");
        return settings;
    }
}
