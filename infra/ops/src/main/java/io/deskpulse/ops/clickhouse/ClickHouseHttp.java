package io.deskpulse.ops.clickhouse;

import io.deskpulse.ops.UserError;
import io.deskpulse.streaming.sinks.CertificateFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;

/**
 * Queries over ClickHouse's HTTP interface, results as the server formats them.
 *
 * <p>Every method throws {@link IOException} when the server is not reached, {@link QueryFailed} when it answers with an error, and
 * {@link UserError} when its certificate is not trusted.
 */
public final class ClickHouseHttp {
    private static final HttpClient CLIENT = builder().build();

    /** By the file of the authorities that they trust: a client has threads of its own, and there are many short-lived objects. */
    private static final Map<String, HttpClient> TRUSTING = new ConcurrentHashMap<>();

    private final ClickHouseAccess access;
    private final String database;
    private final Map<String, String> settings;
    private final Duration patience;

    /** Queries whose tables are named with their database. */
    public ClickHouseHttp(ClickHouseAccess access) {
        this(access, "default");
    }

    /** Queries in a database, which must exist. */
    public ClickHouseHttp(ClickHouseAccess access, String database) {
        this(access, database, Map.of(), null);
    }

    /** Queries in a database with settings of their own, such as limits; the user must be allowed to change them. */
    public ClickHouseHttp(ClickHouseAccess access, String database, Map<String, String> settings) {
        this(access, database, settings, null);
    }

    /**
     * Queries that must be answered soon.
     *
     * @param patience how long to wait for the beginning of an answer; null for as long as it takes
     */
    public ClickHouseHttp(ClickHouseAccess access, String database, Duration patience) {
        this(access, database, Map.of(), patience);
    }

    private ClickHouseHttp(ClickHouseAccess access, String database, Map<String, String> settings, Duration patience) {
        this.access = access;
        this.database = database;
        this.settings = Map.copyOf(settings);
        this.patience = patience;
    }

    /** The server refused or failed a query; the message is the server's own. */
    public static final class QueryFailed extends IOException {
        private static final long serialVersionUID = 1L;

        QueryFailed(String message) {
            super(message);
        }
    }

    /** Text as a literal of SQL. */
    public static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** Whether the server answers at all; needs no user. Never throws. */
    public boolean isUp() {
        try {
            return answers();
        } catch (UserError untrusted) {
            return false;
        }
    }

    /**
     * Returns when the server answers; needs no user.
     *
     * @throws UserError when it does not, or is not trusted
     */
    public void requireUp() {
        if (!answers()) {
            throw new UserError("ClickHouse does not answer at " + access.url() + ".");
        }
    }

    /** The whole result as tab-separated text without the last line end, or in the format that the query names. */
    public String query(String sql) throws IOException {
        HttpResponse<InputStream> answer = send(sql, "TabSeparated");
        try (InputStream body = answer.body()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        }
    }

    /** Copies the result, in {@code format} unless the query names one, byte by byte. */
    public void copy(String sql, String format, OutputStream target) throws IOException {
        HttpResponse<InputStream> answer = send(sql, format);
        try (InputStream body = answer.body()) {
            body.transferTo(target);
        }
        target.flush();
    }

    private boolean answers() {
        HttpRequest ping = HttpRequest.newBuilder(access.url().resolve("/ping"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            HttpResponse<String> answer = exchange(ping, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().startsWith("Ok");
        } catch (IOException e) {
            return false;
        }
    }

    private HttpResponse<InputStream> send(String sql, String format) throws IOException {
        // Without wait_end_of_query an error in mid-result would follow a status of 200.
        StringBuilder address = new StringBuilder("/?wait_end_of_query=1");
        settings.forEach((name, value) ->
                address.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        URI uri = access.url().resolve(address.toString());
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("X-ClickHouse-User", access.user())
                .header("X-ClickHouse-Key", access.password())
                .header("X-ClickHouse-Database", database)
                .header("X-ClickHouse-Format", format)
                .POST(HttpRequest.BodyPublishers.ofString(sql));
        if (patience != null) {
            request.timeout(patience);
        }
        HttpResponse<InputStream> answer = exchange(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            try (InputStream body = answer.body()) {
                throw new QueryFailed(new String(body.readAllBytes(), StandardCharsets.UTF_8).strip());
            }
        }
        return answer;
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> body) throws IOException {
        try {
            return client().send(request, body);
        } catch (SSLException e) {
            if (!CertificateFile.isUntrusted(e)) {
                throw e;
            }
            throw new UserError(
                    "ClickHouse at " + access.url() + " is not trusted: " + e.getMessage()
                            + ". Name the file of its authority's certificate with --ca, or in CLICKHOUSE_CA.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for ClickHouse");
        }
    }

    private HttpClient client() {
        if (access.authority() == null) {
            return CLIENT;
        }
        try {
            return TRUSTING.computeIfAbsent(
                    access.authority(),
                    file -> builder().sslContext(CertificateFile.trusting(file)).build());
        } catch (IllegalArgumentException e) {
            throw new UserError("The authority of ClickHouse (--ca, CLICKHOUSE_CA): " + e.getMessage() + ".", e);
        }
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5));
    }
}
