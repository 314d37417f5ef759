package io.deskpulse.bench.inserts;

import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Who gathers the rows of a second. */
enum Gathering {
    /** One writer has all of them. */
    ONE("one writer", 1, "async_insert=0"),
    /** Each of two writers inserts its half. */
    NOBODY("nobody: two writers", 2, "async_insert=0"),
    /** Two writers insert at the same time, and the server makes one part of both. */
    SERVER("the server: two writers, async_insert", 2, "async_insert=1&wait_for_async_insert=1");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String label;
    private final int writers;
    private final String settings;

    Gathering(String label, int writers, String settings) {
        this.label = label;
        this.writers = writers;
        this.settings = settings;
    }

    String label() {
        return label;
    }

    int writers() {
        return writers;
    }

    /** Inserts a batch by each writer, so many times, and waits for all of them each time. */
    void insert(ClickHouseAccess access, String table, byte[] batch, int times)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(access.url() + "?database=deskpulse&" + settings))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((access.user() + ":" + access.password())
                                                .getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofByteArray(batch))
                .build();
        for (int i = 0; i < times; i++) {
            List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, writers)
                    .mapToObj(writer -> HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                    .toList();
            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                HttpResponse<String> response = answer.join();
                if (response.statusCode() != 200) {
                    throw new IOException("ClickHouse refuses rows for " + table + ": " + response.body());
                }
            }
        }
    }
}
