package io.deskpulse.ops.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.deskpulse.ops.kafka.KafkaAccess;
import io.deskpulse.ops.submit.FlinkRest;
import io.deskpulse.ops.watch.JobReport.Checkpoints;
import io.deskpulse.ops.watch.JobReport.Flow;
import io.deskpulse.ops.watch.JobReport.ListedJob;
import io.deskpulse.streaming.kafka.KafkaCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlinkReportsTest {
    private static final String COMPLETED =
            "{\"counts\":{\"failed\":2},\"latest\":{\"completed\":{\"latest_ack_timestamp\":7,\"end_to_end_duration\":5,\"state_size\":9}}}";

    private final Map<String, String> answers = new HashMap<>();
    private final List<String> told = new ArrayList<>();
    private HttpServer server;

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
    void aJobThatEndedKeepsItsCheckpointsAndIsNotAskedForMetricsOfItsTasks() {
        answers.put(
                "/jobs/overview",
                "{\"jobs\":[{\"jid\":\"a\",\"name\":\"conversion\",\"state\":\"FAILED\",\"start-time\":1}]}");
        answers.put("/jobs/a/checkpoints", COMPLETED);
        answers.put("/jobs/a/metrics?get=numRestarts", "[]");
        FlinkReports flink = new FlinkReports(new FlinkRest(url()));

        ListedJob failed = new ListedJob("a", "conversion", "FAILED", 1);
        assertThat(flink.jobs()).containsExactly(failed);
        assertThat(flink.report(failed))
                .isEqualTo(new JobReport(failed, new Checkpoints(7L, 5L, 9L, 2), null, Flow.UNKNOWN));
    }

    @Test
    void aJobThatIsBeingInitializedIsNotAskedAtAll() {
        ListedJob starting = new ListedJob("a", "conversion", "INITIALIZING", 1);

        assertThat(new FlinkReports(new FlinkRest(url())).report(starting))
                .isEqualTo(new JobReport(starting, Checkpoints.NONE, null, Flow.UNKNOWN));
    }

    @Test
    void aJobThatCannotBeAskedHidesNoOther() {
        answers.put(
                "/jobs/overview",
                "{\"jobs\":[{\"jid\":\"gone\",\"name\":\"conversion\",\"state\":\"FAILED\",\"start-time\":1},"
                        + "{\"jid\":\"a\",\"name\":\"resolution\",\"state\":\"INITIALIZING\",\"start-time\":1}]}");

        try (JobSampler sampler = new JobSampler(
                url(),
                KafkaAccess.to(KafkaCluster.at("no-such-host.invalid:1")),
                new Outages(told::add),
                InstantSource.fixed(Instant.EPOCH))) {
            assertThat(sampler.samples())
                    .singleElement()
                    .satisfies(sample -> assertThat(sample.job().name()).isEqualTo("resolution"))
                    .satisfies(sample -> assertThat(sample.lagEvents()).isNull())
                    .satisfies(sample -> assertThat(sample.visibleUntil()).isNull());
        }
        assertThat(told)
                .hasSize(2)
                .anyMatch(message -> message.contains("refused (404): Job could not be found"))
                .anyMatch(message -> message.startsWith("Cannot reach Kafka: No resolvable bootstrap"));
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String answer = answers.get(exchange.getRequestURI().toString());
        byte[] bytes = (answer == null ? "{\"errors\":[\"Job could not be found\"]}" : answer)
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer == null ? 404 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
