package io.deskpulse.local.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.deskpulse.events.Channel;
import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.MessageSent;
import io.deskpulse.events.Sender;
import io.deskpulse.local.Jobs;
import io.deskpulse.local.Stack;
import io.deskpulse.local.StackOptions;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.replay.EventSender;
import io.deskpulse.ops.watch.JobWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples of an embedded stack tell what happens to its jobs, outages included. */
class JobWatchIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Instant START = Instant.parse("2026-10-01T02:00:00Z");
    private static final int EVENTS = 2_000;

    @TempDir
    private Path directory;

    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void samplesTellHowTheJobsAre() throws IOException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove("CLICKHOUSE_URL");
        try (Stack stack = Stack.start(
                StackOptions.of(environment).withRunDirectory(directory).withPartitions(2), Progress.silent())) {
            FlinkJob job = Jobs.start(stack, List.of());
            ClickHouseHttp reader = new ClickHouseHttp(stack.clickHouse().reader(), ClickHouseAccess.DATABASE);
            try (JobWatch watch = Jobs.watch(stack, told::add)) {
                everythingBecomesVisible(stack, reader);
                aCrashIsCounted(stack, reader);
                anOutageOfClickHouseLeavesNoGap(stack.clickHouseServer().orElseThrow(), reader);
            }
            job.cancel();
            assertThatThrownBy(() -> reader.query("INSERT INTO job_samples (job) VALUES ('made-up')"))
                    .isInstanceOf(ClickHouseHttp.QueryFailed.class)
                    .hasMessageContaining("Not enough privileges");
        }
    }

    private static void everythingBecomesVisible(Stack stack, ClickHouseHttp reader) {
        Instant sent = send(stack);

        awaitTrue(
                reader,
                "SELECT count() > 0 FROM job_health WHERE job = 'deskpulse' AND running AND lag_events = 0"
                        + " AND visible_until > " + instant(sent));
        awaitTrue(reader, "SELECT max(read_events_per_s) > 0 AND max(written_rows_per_s) > 0 FROM job_health");
        assertThat(answer(reader, "SELECT count() FROM rounds")).isEqualTo(String.valueOf(EVENTS));
        assertThat(
                        answer(
                                reader,
                                "SELECT countIf(NOT (visible_age_s >= 0)) = 0, countIf(checkpoint_age_s < 60"
                                        + " AND checkpoint_ms > 0 AND checkpoint_bytes > 0) > 0, max(restarts) FROM job_health"))
                .isEqualTo("1\t1\t0");
    }

    private static void aCrashIsCounted(Stack stack, ClickHouseHttp reader) {
        stack.flink().crashTaskManager();
        Instant sent = send(stack);

        awaitTrue(reader, "SELECT argMax(restarts, sampled_at) > 0 FROM job_health");
        awaitTrue(reader, "SELECT argMax(visible_until, sampled_at) > " + instant(sent) + " FROM job_health");
    }

    private void anOutageOfClickHouseLeavesNoGap(EmbeddedClickHouse server, ClickHouseHttp reader) {
        server.kill();
        await().atMost(PATIENCE)
                .until(() -> told.contains(
                        "ClickHouse does not answer at " + server.writer().url() + "."));
        Instant away = Instant.now();
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(away.plusSeconds(11)));
        Instant back = Instant.now();
        server.restart();

        await().atMost(PATIENCE).until(() -> told.contains("ClickHouse answers again."));
        assertThat(answer(
                        reader,
                        "SELECT count() > 0 FROM job_health WHERE sampled_at BETWEEN " + instant(away) + " AND "
                                + instant(back)))
                .isEqualTo("1");
    }

    /** Returns an instant after which nothing is sent. */
    private static Instant send(Stack stack) {
        try (EventSender sender = new EventSender(stack.kafka().access())) {
            for (int i = 0; i < EVENTS; i++) {
                sender.send(new ChatEvent(
                        "e" + i,
                        START.plusSeconds(i),
                        "s1",
                        "c" + i,
                        "b1",
                        Channel.CHAT,
                        null,
                        new MessageSent(Sender.BUYER, null, "在吗", null, null)));
            }
            sender.flush();
        }
        return Instant.now();
    }

    private static void awaitTrue(ClickHouseHttp reader, String sql) {
        await().atMost(PATIENCE)
                .pollInterval(500, TimeUnit.MILLISECONDS)
                .untilAsserted(() -> assertThat(reader.query(sql)).as(sql).isEqualTo("1"));
    }

    private static String answer(ClickHouseHttp reader, String sql) {
        try {
            return reader.query(sql);
        } catch (IOException e) {
            throw new AssertionError(sql, e);
        }
    }

    private static String instant(Instant instant) {
        return "fromUnixTimestamp64Milli(" + instant.toEpochMilli() + ", 'UTC')";
    }
}
