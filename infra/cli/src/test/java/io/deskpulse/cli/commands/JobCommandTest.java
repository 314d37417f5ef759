package io.deskpulse.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.deskpulse.cli.Deskpulse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code deskpulse job} says of a cluster that answers as Flink does; a real one is in {@code ClusterIT}. */
class JobCommandTest {
    private final Map<String, String> answers = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer flink;

    @BeforeEach
    void listen() throws IOException {
        flink = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        flink.createContext("/", exchange -> {
            byte[] answer = answers.getOrDefault(exchange.getRequestURI().getPath(), "{}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        flink.start();
    }

    @AfterEach
    void close() {
        flink.stop(0);
    }

    @Test
    void aStoppedJobLeavesThePathOfItsSavepoint() {
        answers.put("/jobs/overview", "{\"jobs\":[{\"name\":\"conversion\",\"state\":\"RUNNING\",\"jid\":\"a1\"}]}");
        answers.put("/jobs/a1/stop", "{\"request-id\":\"r1\"}");
        answers.put(
                "/jobs/a1/savepoints/r1",
                "{\"status\":{\"id\":\"COMPLETED\"},\"operation\":{\"location\":\"file:/savepoints/1\"}}");

        assertThat(run("--job", "conversion", "--stop")).isZero();
        assertThat(out.toString().strip()).isEqualTo("file:/savepoints/1");
    }

    @Test
    void aSavepointThatFailsIsToldByItsLastCause() {
        answers.put("/jobs/overview", "{\"jobs\":[{\"name\":\"conversion\",\"state\":\"RUNNING\",\"jid\":\"a1\"}]}");
        answers.put("/jobs/a1/stop", "{\"request-id\":\"r1\"}");
        answers.put(
                "/jobs/a1/savepoints/r1",
                "{\"status\":{\"id\":\"COMPLETED\"},\"operation\":{\"failure-cause\":{\"stack-trace\":"
                        + "\"java.lang.Exception: no\\n\\tat a.B.c(B.java:1)\\nCaused by: java.io.IOException: the disk is full\\n\\tat d\"}}}");

        assertThat(run("--job", "conversion", "--stop")).isEqualTo(1);
        assertThat(err.toString()).contains("the disk is full").doesNotContain("\tat ");
    }

    @Test
    void thereMustBeAJobToStopAndATaskToRunIt() {
        answers.put("/jobs/overview", "{\"jobs\":[{\"name\":\"conversion\",\"state\":\"FAILED\",\"jid\":\"a1\"}]}");

        assertThat(run("--job", "conversion", "--stop")).isEqualTo(1);
        assertThat(err.toString()).contains("No job conversion is running.");
        assertThat(run("--job", "conversion", "--parallelism", "0")).isEqualTo(1);
        assertThat(err.toString()).contains("--parallelism must be at least 1, got 0.");
    }

    private int run(String... options) {
        String[] command = new String[options.length + 3];
        command[0] = "job";
        command[1] = "--flink-url";
        command[2] = "http://127.0.0.1:" + flink.getAddress().getPort();
        System.arraycopy(options, 0, command, 3, options.length);
        return Deskpulse.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(command);
    }
}
