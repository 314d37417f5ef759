package io.deskpulse.imports.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.imports.run.ImportOptions;
import io.deskpulse.schemas.testing.Fuzz;
import io.deskpulse.schemas.testing.RawRequest;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Damaged requests to the receiver of webhooks, byte by byte: none goes through the signature, and the server goes on. */
class RequestsFuzzTest {
    private static final String BODY = "{\"event\":\"message_created\",\"id\":1}";
    private static final String HEAD = """
            POST /hooks?shop=s1&x=%%2F HTTP/1.1
            Host: 127.0.0.1
            X-Chatwoot-Signature: sha256=0123456789abcdef
            X-Chatwoot-Timestamp: 1795300000
            Content-Type: application/json
            Content-Length: %d
            Connection: close

            """.formatted(BODY.length()).replace("\n", "\r\n");
    private static final String CHUNKED = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
            + Integer.toHexString(BODY.length()) + "\r\n" + BODY + "\r\n0\r\n\r\n";
    private static final String WATCH =
            "GET /metrics HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n";

    @Test
    void noDamagedRequestIsTakenOrHoldsTheServer() throws Exception {
        Set<Integer> answers = new TreeSet<>();
        try (WebhookServer server = server()) {
            Fuzz.each(Fuzz.texts(List.of(HEAD + BODY, CHUNKED, WATCH)), 0.005, request -> {
                String answer = RawRequest.answer(server.port(), request);
                answers.add(RawRequest.status(answer));
                RawRequest.requireWords(answer);
            });
            assertThat(RawRequest.answer(server.port(), WATCH.getBytes(StandardCharsets.US_ASCII)))
                    .contains("deskpulse_");
        }

        assertThat(answers).contains(401).isSubsetOf(0, 100, 200, 400, 401, 404, 405, 413, 501);
    }

    @Test
    void everyAddressIsAnswered() throws Exception {
        List<String> methods = List.of("GET", "HEAD", "POST", "PUT", "OPTIONS", "chatwoot");
        Set<Integer> answers = new TreeSet<>();
        int[] next = new int[1];
        try (WebhookServer server = server()) {
            Fuzz.each(Fuzz.texts(List.of("metrics", "health", "hooks?shop=s1&x=/", "a b#c")), 0.005, address -> {
                String method = methods.get(next[0]++ % methods.size());
                String request = "%s /%s HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                        .formatted(method, RawRequest.encoded(address, "?&="));
                String answer = RawRequest.answer(server.port(), request.getBytes(StandardCharsets.US_ASCII));
                RawRequest.requireWords(answer);
                answers.add(RawRequest.status(answer));
            });
        }

        assertThat(answers).contains(200, 401, 405).isSubsetOf(200, 400, 401, 404, 405);
    }

    private static WebhookServer server() {
        return new WebhookServer(
                new WebhookServer.Settings(
                        new InetSocketAddress("127.0.0.1", 0),
                        Signature.of("chatwoot"),
                        "shared between two",
                        100_000,
                        10,
                        null),
                Live.groups(ImportOptions.of("chatwoot", List.of(), "s1", Instant.EPOCH)),
                events -> {
                    throw new AssertionError("taken without its signature");
                });
    }
}
