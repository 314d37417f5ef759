package io.deskpulse.local.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.deskpulse.ops.UserError;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedFlinkIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    static Path directory;

    private static EmbeddedFlink flink;

    @BeforeAll
    static void startCluster() {
        flink = EmbeddedFlink.start(FlinkOptions.in(directory));
    }

    @AfterAll
    static void stopCluster() {
        flink.close();
    }

    @Test
    void keepsStateThroughCrashesAndSavepoints() {
        FlinkJob job = submitCounting(flink.environment(), "kept");
        awaitCount("kept", 1000);
        await().atMost(PATIENCE).until(job::checkpoint);
        long atCheckpoint = count("kept");

        flink.crashTaskManager();

        await().atMost(PATIENCE).until(job::checkpoint);
        awaitCount("kept", atCheckpoint);
        assertThat(job.status()).isEqualTo(JobStatus.RUNNING);

        String savepoint = job.stopWithSavepoint(directory.resolve("savepoints"));
        long atSavepoint = count("kept");
        assertThat(job.status()).isEqualTo(JobStatus.FINISHED);
        CountingFunction.SEEN.clear();

        FlinkJob resumed = submitCounting(flink.environment(savepoint), "kept");
        awaitCount("kept", 1);
        assertThat(count("kept")).isGreaterThan(atSavepoint);

        await().atMost(PATIENCE).until(resumed::checkpoint);
        resumed.cancel();
        assertThat(resumed.status()).isEqualTo(JobStatus.CANCELED);
        assertThat(flink.latestCheckpoint().orElseThrow()).contains(resumed.id().toHexString());
    }

    @Test
    void refusesAStateThatIsNotThere() {
        StreamExecutionEnvironment environment =
                flink.environment(directory.resolve("nothing").toUri().toString());

        FlinkJob job = submitCounting(environment, "lost");

        await().atMost(PATIENCE).until(() -> job.status() == JobStatus.FAILED);
        assertThat(job.failure().orElseThrow()).contains("nothing");
    }

    @Test
    void refusesOperatorsWithoutUid() {
        StreamExecutionEnvironment environment = flink.environment();
        environment
                .fromSource(new NumberSequenceSource(1, 2), WatermarkStrategy.noWatermarks(), "numbers")
                .sinkTo(new DiscardingSink<>());

        assertThatThrownBy(() -> flink.submit(environment, "no uids")).hasMessageContaining("Auto generated UIDs");
    }

    @Test
    void refusesTypesThatWouldNeedKryo() {
        StreamExecutionEnvironment environment = flink.environment();

        assertThatThrownBy(() -> environment.fromData(Duration.ZERO).uid("durations"))
                .hasMessageContaining("Generic types have been disabled");
    }

    @Test
    void itsPortTakesNoCode() throws IOException, InterruptedException {
        HttpRequest upload = HttpRequest.newBuilder(flink.web().resolve("/jars/upload"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(upload, HttpResponse.BodyHandlers.ofString());

        assertThat(flink.web().getHost()).isEqualTo("127.0.0.1");
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void saysWhichPortIsTaken() {
        FlinkOptions taken = FlinkOptions.in(directory.resolve("taken"))
                .withWebPort(flink.web().getPort());

        assertThatThrownBy(() -> EmbeddedFlink.start(taken))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--flink-port");
    }

    private static FlinkJob submitCounting(StreamExecutionEnvironment environment, String name) {
        environment.setParallelism(1);
        environment
                .fromSource(
                        new NumberSequenceSource(1, Long.MAX_VALUE),
                        WatermarkStrategy.noWatermarks(),
                        "numbers",
                        Types.LONG)
                .uid("numbers")
                .keyBy(number -> 0L, Types.LONG)
                .process(new CountingFunction(name), Types.LONG)
                .uid("counts")
                .sinkTo(new DiscardingSink<>())
                .uid("sink");
        return flink.submit(environment, name);
    }

    private static void awaitCount(String name, long least) {
        await().atMost(PATIENCE).until(() -> count(name) > least);
    }

    private static long count(String name) {
        return CountingFunction.SEEN.getOrDefault(name + 0L, 0L);
    }
}
