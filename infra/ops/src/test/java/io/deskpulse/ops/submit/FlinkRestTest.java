package io.deskpulse.ops.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.deskpulse.ops.UserError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlinkRestTest {
    @TempDir
    Path directory;

    private final List<String> requests = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String answer = "{}";

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void uploadsAJarAndRunsItWithItsArgumentsAndSavepoint() throws IOException {
        Path jar = Files.writeString(directory.resolve("job.jar"), "bytes of the jar");

        answer = "{\"filename\":\"/tmp/upload/7f3a_job.jar\",\"status\":\"success\"}";
        String id = rest().upload(jar);
        answer = "{\"jobid\":\"0123\"}";
        String job = rest().run(id, "a.Main", List.of("--kafka.group", "g"), "s3://b/sp", Map.of("a.b", "c"));

        assertThat(id).isEqualTo("7f3a_job.jar");
        assertThat(job).isEqualTo("0123");
        assertThat(requests.get(0))
                .startsWith("POST /jars/upload multipart/form-data; boundary=")
                .contains("name=\"jarfile\"; filename=\"job.jar\"", "bytes of the jar");
        assertThat(requests.get(1))
                .isEqualTo(
                        "POST /jars/7f3a_job.jar/run application/json {\"entryClass\":\"a.Main\",\"programArgsList\":[\"--kafka.group\",\"g\"],"
                                + "\"savepointPath\":\"s3://b/sp\",\"allowNonRestoredState\":false,"
                                + "\"flinkConfiguration\":{\"a.b\":\"c\"}}");
    }

    @Test
    void asksWithPathAndQuery() {
        answer = "[{\"id\":\"numRestarts\",\"value\":\"3\"}]";

        assertThat(rest().get("jobs/metrics?get=numRestarts")
                        .path(0)
                        .path("value")
                        .asText())
                .isEqualTo("3");
        assertThat(requests.get(0)).startsWith("GET /jobs/metrics?get=numRestarts ");
    }

    @Test
    void repeatsTheLastCauseOfARefusal() {
        status = 400;
        answer =
                "{\"errors\":[\"Internal error\",\"org.x.A: outer\\n\\tat x\\nCaused by: java.lang.B: --kafka is required\\n\\tat y\"]}";

        assertThatThrownBy(() -> rest().run("j", "a.Main", List.of(), null, Map.of()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("refused (400)")
                .hasMessageEndingWith("java.lang.B: --kafka is required");
    }

    @Test
    void findsTheJobOfANameThatHasNotEnded() {
        answer = "{\"jobs\":[{\"jid\":\"1\",\"name\":\"resolution\",\"state\":\"FAILED\"},"
                + "{\"jid\":\"2\",\"name\":\"resolution\",\"state\":\"RESTARTING\"}]}";

        assertThat(rest().running("resolution")).contains("2");
        assertThat(rest().running("conversion")).isEmpty();
        assertThat(requests.get(0)).startsWith("GET /jobs/overview ");
    }

    @Test
    void saysThatNobodyAnswers() {
        server.stop(0);

        assertThatThrownBy(() -> rest().run("j", "a.Main", List.of(), null, Map.of()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Flink does not answer at http://127.0.0.1:")
                .hasMessageNotContaining("Exception");
        assertThatThrownBy(() -> new FlinkRest("jobmanager:8081"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("must be http(s)://HOST:PORT");
        assertThatThrownBy(() -> new FlinkRest("http://job manager:8081"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("must be http(s)://HOST:PORT");
    }

    @Test
    void saysThatAnotherAnswers() {
        answer = "<html>Welcome</html>";

        assertThatThrownBy(() -> rest().get("jobs/overview"))
                .isInstanceOf(UserError.class)
                .hasMessageMatching("What answers at http://127[.]0[.]0[.]1:[0-9]+/ is not Flink[.]");
    }

    private FlinkRest rest() {
        return new FlinkRest("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Content-Type") + " " + body);
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
