package io.deskpulse.dashboards.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.dashboards.Language;
import io.deskpulse.schemas.testing.Fuzz;
import io.deskpulse.schemas.testing.RawRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged requests to the preview, byte by byte: nothing outside of the app is given away, and the server goes on. */
class RequestsFuzzTest {
    private static final String PAGE =
            "GET /assets/app.js?v=1 HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\nConnection: close\r\n\r\n";
    private static final String QUESTION =
            "POST /api/query HTTP/1.1\r\nHost: localhost:80\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
    private static final String HIDDEN = "nobody's business";

    @TempDir
    private Path directory;

    private Path app;

    @BeforeEach
    void build() throws Exception {
        app = Files.createDirectories(directory.resolve("app"));
        Files.writeString(app.resolve("index.html"), "the page");
        Files.writeString(Files.createDirectories(app.resolve("assets")).resolve("app.js"), "the app");
        Files.writeString(directory.resolve("app.js"), HIDDEN);
    }

    @Test
    void noDamagedRequestHoldsTheServer() throws Exception {
        Set<Integer> answers = new TreeSet<>();
        try (RecordingClickHouse clickHouse = new RecordingClickHouse(200, "{}");
                PreviewServer server = PreviewServer.start(app, Language.EN, clickHouse.access(), 0)) {
            Fuzz.each(Fuzz.texts(List.of(PAGE, QUESTION)), 0.005, request -> {
                String answer = RawRequest.answer(server.url().getPort(), request);
                answers.add(RawRequest.status(answer));
                RawRequest.requireWords(answer);
            });
            assertThat(RawRequest.answer(server.url().getPort(), PAGE.getBytes(StandardCharsets.US_ASCII)))
                    .endsWith("the app");
        }

        assertThat(answers).contains(200, 403).isSubsetOf(0, 100, 200, 400, 403, 404, 501);
    }

    @Test
    void everyAddressIsAnsweredWithWhatIsOfTheApp() throws Exception {
        List<String> addresses = List.of(
                "assets/app.js?v=1",
                "../app.js",
                "d/overview?var-shop=s1&from=now-6h",
                "api/dashboards/overview",
                "api/query");
        List<String> methods = List.of("GET", "HEAD", "POST", "DELETE", "OPTIONS");
        Set<Integer> answers = new TreeSet<>();
        int[] next = new int[1];
        try (RecordingClickHouse clickHouse = new RecordingClickHouse(200, "{}");
                PreviewServer server = PreviewServer.start(app, Language.EN, clickHouse.access(), 0)) {
            Fuzz.each(Fuzz.texts(addresses), 0.005, address -> {
                String method = methods.get(next[0]++ % methods.size());
                String request =
                        "%s /%s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
                                .formatted(method, RawRequest.encoded(address, "?&="));
                String answer = RawRequest.answer(server.url().getPort(), request.getBytes(StandardCharsets.US_ASCII));
                RawRequest.requireWords(answer);
                assertThat(answer).doesNotContain(HIDDEN);
                answers.add(RawRequest.status(answer));
            });
        }

        assertThat(answers).containsExactly(200, 400, 404);
    }
}
