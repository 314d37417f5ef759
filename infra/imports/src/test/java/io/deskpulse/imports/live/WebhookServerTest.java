package io.deskpulse.imports.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.imports.run.ImportOptions;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks over real sockets, into a sink that the test holds. */
class WebhookServerTest {
    private static final String SECRET = "shared between two";
    private static final String MESSAGE = """
            {"event":"message_created","id":%d,"created_at":"2026-11-11T02:00:01Z","message_type":"incoming","content":"x",
             "sender":{"id":5,"type":"contact"},"conversation":{"id":7}}
            """;

    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile boolean safe = true;

    @Test
    void aDeliveryIsAnsweredWhenItsEventsAreSafeAndAnotherOneSendsNothingNew() throws Exception {
        try (WebhookServer server = server(null, 10)) {
            assertThat(post(server, MESSAGE.formatted(1), Map.of()).statusCode())
                    .isEqualTo(200);
            assertThat(post(server, MESSAGE.formatted(1), Map.of()).statusCode())
                    .isEqualTo(200);
            assertThat(post(server, MESSAGE.formatted(2), Map.of()).statusCode())
                    .isEqualTo(200);

            assertThat(sent).containsExactly("cw-5-0000000000000000001", "cw-5-0000000000000000002");
            assertThat(get(server, "/metrics"))
                    .contains("deskpulse_ingest_requests_total{status=\"200\"} 3", "deskpulse_ingest_events_total 2")
                    .contains("deskpulse_ingest_records_total{class=\"mapped\"} 2")
                    .contains("deskpulse_ingest_records_total{class=\"seen_again\"} 1");
        }
    }

    @Test
    void whatIsNotSafeIsAskedForAgainAndGivesTheSameEvents() throws Exception {
        try (WebhookServer server = server(null, 10)) {
            safe = false;
            HttpResponse<String> refused = post(server, MESSAGE.formatted(1), Map.of());
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");

            safe = true;
            assertThat(post(server, MESSAGE.formatted(1), Map.of()).statusCode())
                    .isEqualTo(200);
            assertThat(sent).containsExactly("cw-5-0000000000000000001", "cw-5-0000000000000000001");
        }
    }

    @Test
    void whatIsRunningIsAnsweredWhenItIsStopped() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch acknowledged = new CountDownLatch(1);
        WebhookServer server = new WebhookServer(
                new WebhookServer.Settings(new InetSocketAddress("127.0.0.1", 0), null, null, 100_000, 10, null),
                Live.groups(ImportOptions.of("chatwoot", List.of(), "s1", Instant.EPOCH)),
                events -> {
                    sending.countDown();
                    return isCounted(acknowledged);
                });
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request(server, MESSAGE.formatted(1), Map.of()), HttpResponse.BodyHandlers.ofString());
        sending.await();
        Thread stopping = new Thread(server::close);
        stopping.start();
        acknowledged.countDown();

        assertThat(answer.get().statusCode()).isEqualTo(200);
        stopping.join();
    }

    @Test
    void tooManyAtATimeAreSentAway() throws Exception {
        try (WebhookServer server = server(null, 0)) {
            assertThat(post(server, MESSAGE.formatted(1), Map.of()).statusCode())
                    .isEqualTo(503);
        }
    }

    @Test
    void onlyWhatIsSignedIsTaken() throws Exception {
        Signature signature = Signature.of("chatwoot");
        try (WebhookServer server = server(signature, 10)) {
            String body = MESSAGE.formatted(1);
            String right = signature.sign("17", body.getBytes(StandardCharsets.UTF_8), SECRET);

            assertThat(post(server, body, Map.of()).statusCode()).isEqualTo(401);
            assertThat(post(server, body, Map.of("X-Chatwoot-Timestamp", "18", "X-Chatwoot-Signature", right))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(post(server, body, Map.of("X-Chatwoot-Timestamp", "17", "X-Chatwoot-Signature", right))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void whoAsksWhetherTheAddressAnswersIsAnswered() throws Exception {
        try (WebhookServer server = server(Signature.of("woocommerce"), 10)) {
            HttpRequest head = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/hook"))
                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                    .build();
            assertThat(client.send(head, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
            assertThat(post(server, "webhook_id=12", Map.of()).statusCode()).isEqualTo(200);
            assertThat(post(server, "webhook_id=12&x", Map.of()).statusCode()).isEqualTo(401);
            assertThat(sent).isEmpty();
        }
    }

    @Test
    void whatIsNoWebhookIsRefusedInWords() throws Exception {
        try (WebhookServer server = server(null, 10)) {
            assertThat(post(server, "[1]", Map.of()).statusCode()).isEqualTo(400);
            assertThat(post(server, "{\"a\":" + "[".repeat(3_000), Map.of()).statusCode())
                    .isEqualTo(400);
            assertThat(post(server, "x".repeat(100_001), Map.of()).statusCode()).isEqualTo(413);
            assertThat(post(server, "{\"unheard\":1}", Map.of()).statusCode()).isEqualTo(200);
            assertThat(get(server, "/metrics")).contains("deskpulse_ingest_records_total{class=\"unknown\"} 1");
            assertThat(get(server, "/")).contains("expected POST");
        }
    }

    @Test
    void assignmentsAreToldByWhatWentBefore() throws Exception {
        String assigned = """
                {"event":"conversation_updated","id":7,"status":"open","updated_at":%d,"meta":{"sender":{"id":5}},
                 "changed_attributes":[{"assignee_id":{"previous_value":null,"current_value":3}}]}
                """;
        String opened =
                "{\"event\":\"conversation_created\",\"id\":7,\"status\":\"pending\",\"created_at\":1794362400,\"meta\":{\"sender\":{\"id\":5}}}";
        try (WebhookServer server = server(null, 10)) {
            post(server, opened, Map.of());
            post(server, assigned.formatted(1794362410), Map.of());

            assertThat(sent)
                    .containsExactly("cw-0-0000000000000000007", "cw-3-0000000000000000007-0000001794362410000");
        }
    }

    @Test
    void aPatternThatMatchesForEverCostsItsDeliveryAlone(@TempDir Path mapping) throws Exception {
        Files.writeString(
                mapping.resolve("mapping.yaml"),
                "extends: chatwoot\nname: own\nrecords:\n- kind: own\n  subject: .id\n"
                        + "  when: 'test(string(.content), \"(x+x+)+y(?:\\\\1)?\")'\n");
        ImportOptions plain = ImportOptions.of("own", List.of(), "s1", Instant.EPOCH);
        ImportOptions options = new ImportOptions(
                plain.source(),
                plain.files(),
                plain.shops(),
                null,
                null,
                null,
                Map.of(),
                mapping,
                null,
                null,
                null,
                plain.text(),
                null,
                0,
                plain.now());
        try (WebhookServer server = server(options, null, 10)) {
            String hostile = MESSAGE.formatted(1).replace("\"x\"", "\"" + "x".repeat(60) + "\"");
            assertThat(post(server, hostile, Map.of()).statusCode()).isEqualTo(200);
            assertThat(post(server, MESSAGE.formatted(2), Map.of()).statusCode())
                    .isEqualTo(200);

            assertThat(sent).containsExactly("cw-5-0000000000000000002");
            assertThat(get(server, "/metrics")).contains("deskpulse_ingest_records_total{class=\"refused\"} 1");
        }
    }

    private WebhookServer server(Signature signature, int running) {
        return server(ImportOptions.of("chatwoot", List.of(), "s1", Instant.EPOCH), signature, running);
    }

    private WebhookServer server(ImportOptions options, Signature signature, int running) {
        return new WebhookServer(
                new WebhookServer.Settings(
                        new InetSocketAddress("127.0.0.1", 0), signature, SECRET, 100_000, running, null),
                Live.groups(options),
                this::send);
    }

    private boolean send(List<ParsedLine.Event> events) {
        events.forEach(event -> sent.add(EventStream.eventId(event.event())));
        return safe;
    }

    private static boolean isCounted(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static HttpRequest request(WebhookServer server, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/hook"))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return request.build();
    }

    private HttpResponse<String> post(WebhookServer server, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        return client.send(request(server, body, headers), HttpResponse.BodyHandlers.ofString());
    }

    private String get(WebhookServer server, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
