package io.deskpulse.imports.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.imports.run.ImportOptions;
import io.deskpulse.schemas.testing.Fuzz;
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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Damaged webhooks, over real sockets: each is taken or refused in a word, and the server goes on. */
class WebhookFuzzTest {
    private static final Path CASES = Path.of("src/main/resources/mappings/chatwoot/cases");
    private static final String SECRET = "shared between two";
    private static final String SIGNED_AT = "1795300000";

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void everyDeliveryIsTakenOrRefused() throws Exception {
        Set<Integer> answers = new TreeSet<>();
        try (WebhookServer server = server(null)) {
            Fuzz.each(deliveries(), 0.02, body -> answers.add(post(server, "", body)));
        }

        assertThat(answers).containsExactly(200, 400);
    }

    @Test
    void noneIsTakenWithADamagedSignature() throws Exception {
        byte[] body = deliveries().get(0);
        Signature signature = Signature.of("chatwoot");
        String right = signature.sign(SIGNED_AT, body, SECRET);
        try (WebhookServer server = server(signature)) {
            assertThat(post(server, right, body)).isEqualTo(200);
            Fuzz.each(List.of(right.getBytes(StandardCharsets.UTF_8)), 0.01, damaged -> {
                String header = new String(damaged, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", "");
                if (!header.strip().equals(right) && post(server, header, body) != 401) {
                    throw new AssertionError("taken with " + header);
                }
            });
        }
    }

    private int post(WebhookServer server, String signature, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (!signature.isBlank()) {
            request.header("X-Chatwoot-Signature", signature).header("X-Chatwoot-Timestamp", SIGNED_AT);
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.body().contains("Exception") || answer.body().contains("\tat ")) {
            throw new AssertionError(answer.body());
        }
        return answer.statusCode();
    }

    private static List<byte[]> deliveries() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            List<byte[]> deliveries = files.filter(file -> file.toString().endsWith(".ndjson"))
                    .sorted()
                    .flatMap(WebhookFuzzTest::lines)
                    .map(line -> line.getBytes(StandardCharsets.UTF_8))
                    .toList();
            assertThat(deliveries).hasSizeGreaterThan(10);
            return deliveries;
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readString(file).lines().filter(line -> line.startsWith("{"));
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    private static WebhookServer server(Signature signature) {
        return new WebhookServer(
                new WebhookServer.Settings(
                        new InetSocketAddress("127.0.0.1", 0),
                        signature,
                        signature == null ? null : SECRET,
                        100_000,
                        10,
                        null),
                Live.groups(ImportOptions.of("chatwoot", List.of(), "s1", Instant.EPOCH)),
                events -> true);
    }
}
