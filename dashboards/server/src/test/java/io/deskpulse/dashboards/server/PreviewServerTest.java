package io.deskpulse.dashboards.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.dashboards.Dashboard;
import io.deskpulse.dashboards.Dashboards;
import io.deskpulse.dashboards.Language;
import io.deskpulse.dashboards.Panel;
import io.deskpulse.schemas.testing.RawRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewServerTest {
    private static final String RESULT = """
            {"meta": [{"name": "n", "type": "UInt64"}], "data": [[3]]}""";

    @TempDir
    private Path app;

    private RecordingClickHouse clickHouse;
    private PreviewServer server;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(app.resolve("index.html"), "the app");
        Files.writeString(app.resolve("a.js"), "code");
        Files.writeString(app.resolveSibling("secret.txt"), "secret");
        clickHouse = new RecordingClickHouse(200, RESULT);
        server = PreviewServer.start(app, Language.EN, clickHouse.access(), 0);
    }

    @AfterEach
    void stop() {
        server.close();
        clickHouse.close();
    }

    @Test
    void servesTheAppForEveryView() throws Exception {
        assertThat(get("/").body()).isEqualTo("the app");
        assertThat(get("/d/overview?var-shop=s1").body()).isEqualTo("the app");
        assertThat(get("/a.js").body()).isEqualTo("code");
        assertThat(get("/b.js").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsToTheFilesOfTheApp() throws Exception {
        assertThat(get("/../secret.txt").statusCode()).isEqualTo(404);
        assertThat(get("/%2e%2e/secret.txt").statusCode()).isEqualTo(404);
    }

    @Test
    void aQuestionThatIsCutShortIsNotBlamedOnClickHouse() throws Exception {
        String cut = "POST /api/query HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{}";

        assertThat(RawRequest.answer(server.url().getPort(), cut.getBytes(StandardCharsets.US_ASCII)))
                .startsWith("HTTP/1.1 400 ")
                .endsWith("{\"error\":\"the question ends too early\"}");
    }

    @Test
    void answersWhatCanBeNoNameOfAFile() throws Exception {
        assertThat(get("/a.js%00").statusCode()).isEqualTo(404);
        assertThat(get("/d/%00").body()).isEqualTo("the app");
    }

    @Test
    void refusesRequestsForAnotherHost() throws Exception {
        assertThat(statusForHost("127.0.0.1:" + server.url().getPort())).contains(" 200 ");
        assertThat(statusForHost("shops.example")).contains(" 403 ");
    }

    @Test
    void listsTheDashboardsAndGivesEach() throws Exception {
        assertThat(get("/api/dashboards").body()).contains("\"language\":\"en\"", "\"uid\":\"overview\"");
        assertThat(get("/api/dashboards/overview").body()).contains("\"panels\"");
        assertThat(get("/api/dashboards/none").statusCode()).isEqualTo(400);
        assertThat(get("/api/dashboards/none").body()).isEqualTo("{\"error\":\"there is no dashboard none\"}");
    }

    @Test
    void runsAPanelsQueryWithinLimits() throws Exception {
        HttpResponse<String> answer = ask("query", panelQuestion());

        assertThat(answer.body())
                .startsWith("{\"frames\":[{\"fields\":[{\"name\":\"n\",\"type\":\"number\",\"values\":[3]}]}]");
        assertThat(clickHouse.sql()).contains("'o\\'brien'").doesNotContain("$").endsWith("FORMAT JSONCompact");
        assertThat(clickHouse.address()).contains("max_execution_time=", "max_result_rows=");
    }

    @Test
    void saysWhatClickHouseSays() throws Exception {
        clickHouse.close();
        assertThat(ask("query", panelQuestion()).statusCode()).isEqualTo(502);

        try (RecordingClickHouse refusing = new RecordingClickHouse(500, "Code: 62. Syntax error");
                PreviewServer other = PreviewServer.start(app, Language.EN, refusing.access(), 0)) {
            HttpResponse<String> answer = post(other.url().resolve("/api/query"), panelQuestion());

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).isEqualTo("{\"error\":\"Code: 62. Syntax error\"}");
        }
    }

    @Test
    void givesTheValuesOfAVariable() throws Exception {
        String answer = ask("variables", question("\"name\": \"shop\"")).body();

        assertThat(answer).isEqualTo("{\"options\":[{\"value\":\"3\",\"text\":\"3\"}]}");
    }

    @Test
    void refusesQuestionsThatNobodyAsks() throws Exception {
        assertThat(ask("query", question("\"panelId\": 100000, \"refId\": \"A\""))
                        .statusCode())
                .isEqualTo(400);
        assertThat(ask("variables", question("\"name\": \"none\"")).statusCode())
                .isEqualTo(400);
        assertThat(ask("query", "SELECT 1").statusCode()).isEqualTo(400);
        assertThat(ask("sql", question("\"name\": \"x\"")).statusCode()).isEqualTo(400);
        assertThat(clickHouse.sql()).isNull();
    }

    private static String panelQuestion() {
        Dashboard overview = Dashboards.bundled(Language.EN).find("overview");
        Panel panel = overview.panels().stream()
                .filter(one ->
                        one.queries().stream().anyMatch(query -> query.rawSql().contains("${shop:singlequote}")))
                .findFirst()
                .orElseThrow();
        return question("\"panelId\": " + panel.id() + ", \"refId\": \""
                + panel.queries().get(0).refId() + "\"");
    }

    private static String question(String which) {
        return """
                {"dashboard": "overview", %s, "from": 1795300000000, "to": 1795305600000, "intervalMs": 60000,
                "variables": {"shop": ["o'brien"]}}""".formatted(which);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(server.url() + path)).build());
    }

    private HttpResponse<String> ask(String what, String question) throws Exception {
        return post(server.url().resolve("/api/" + what), question);
    }

    private static HttpResponse<String> post(URI address, String body) throws Exception {
        return send(HttpRequest.newBuilder(address)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** By hand: the JDK's client does not let a caller choose the host. */
    private String statusForHost(String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.url().getPort())) {
            socket.getOutputStream()
                    .write(("GET /api/dashboards HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }
}
