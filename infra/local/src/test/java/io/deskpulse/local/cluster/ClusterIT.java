package io.deskpulse.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.deskpulse.cli.Deskpulse;
import io.deskpulse.events.ChatEvent;
import io.deskpulse.local.ConversationBatch;
import io.deskpulse.local.RandomConversations;
import io.deskpulse.local.Stack;
import io.deskpulse.local.UnderFire;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.kafka.ConsumerGroups;
import io.deskpulse.ops.kafka.TopicOffsets;
import io.deskpulse.ops.submit.FlinkRest;
import io.deskpulse.ops.submit.JobJar;
import io.deskpulse.streaming.topics.TopicTaxonomy;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped jar on a cluster of processes: submitted by the command line through REST, taken back to a savepoint before the first event,
 * rescaled from two tasks to four and back by savepoints, while a TaskManager and the JobManager are killed with signal 9. The table equals
 * a batch derivation in the end.
 */
class ClusterIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String JOB = "response-time";

    @TempDir
    private Path directory;

    private FlinkRest rest;
    private String url;

    @Test
    void theJarGoesThroughLossesAndRescalingWithoutADifference() throws Exception {
        List<ChatEvent> events = RandomConversations.events(29, 1_000);
        List<ChatEvent> deliveries = new ArrayList<>(events);
        deliveries.addAll(events.subList(0, events.size() / 4));
        Collections.shuffle(deliveries, new Random(5));
        try (Stack stack = UnderFire.start(directory.resolve("run"));
                FlinkCluster cluster = FlinkCluster.start(directory.resolve("cluster"), secrets(stack), 2)) {
            cluster.startTaskManager();
            cluster.startTaskManager();
            url = cluster.rest().toString();
            rest = new FlinkRest(url);
            awaitSlots(4);

            String first = firstFromBeforeTheFirstEvent(stack, cluster, deliveries);
            awaitProgress(first);
            cluster.killTaskManager();
            send(stack, deliveries, 1);
            cluster.startTaskManager();
            awaitProgress(first);
            String savepoint = stop(cluster);

            String wider = start(stack, 4, savepoint);
            send(stack, deliveries, 2);
            awaitProgress(wider);
            cluster.killJobManager();
            send(stack, deliveries, 3);
            cluster.startJobManager();
            awaitProgress(wider);
            assertThat(parallelism(wider)).isEqualTo(4);

            String narrower = start(stack, 2, stop(cluster));
            send(stack, deliveries, 4);
            assertThat(parallelism(narrower)).isEqualTo(2);
            ConversationBatch batch = ConversationBatch.of(events, TopicTaxonomy.bundled());
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(batch.differences(stack)).isEqualTo(ConversationBatch.NONE));
        }
    }

    private static Map<String, String> secrets(Stack stack) {
        return Map.of(
                "DESKPULSE_HASH_KEY", UnderFire.HASH_KEY,
                "CLICKHOUSE_USER", stack.clickHouse().writer().user(),
                "CLICKHOUSE_PASSWORD", stack.clickHouse().writer().password());
    }

    /** A job that is taken back to a savepoint of empty topics when another one has read what came since, and its group knows. */
    private String firstFromBeforeTheFirstEvent(Stack stack, FlinkCluster cluster, List<ChatEvent> deliveries)
            throws Exception {
        awaitProgress(start(stack, 2, null));
        String empty = stop(cluster);
        String other = start(stack, 2, empty);
        send(stack, deliveries, 0);
        awaitCommitted(stack);
        stop(cluster);
        return start(stack, 2, empty);
    }

    private static void awaitCommitted(Stack stack) {
        try (TopicOffsets offsets = new TopicOffsets(stack.kafka().access())) {
            List<TopicPartition> chat = offsets.partitions(ConsumerGroups.topics(JOB));
            await().atMost(PATIENCE).until(() -> offsets.committed(JOB).equals(offsets.ends(chat)));
        }
    }

    private String start(Stack stack, int parallelism, String savepoint) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "job",
                "--job",
                JOB,
                "--jar",
                JobJar.built(Path.of("..", "..")).orElseThrow().toString(),
                "--parallelism",
                Integer.toString(parallelism)));
        if (savepoint != null) {
            command.addAll(List.of("--from-savepoint", savepoint));
        }
        command.addAll(List.of("--flink-url", url, "--"));
        command.addAll(List.of(
                "--kafka.bootstrap-servers",
                stack.kafka().bootstrapServers(),
                "--clickhouse.url",
                stack.clickHouse().writer().url().toString(),
                "--retention.at-rest",
                "forever"));
        return run(command);
    }

    private String stop(FlinkCluster cluster) {
        return run(List.of(
                "job",
                "--job",
                JOB,
                "--flink-url",
                url,
                "--stop",
                "--savepoints",
                cluster.savepoints().toString()));
    }

    /** What a command prints; it must succeed. */
    private static String run(List<String> command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Deskpulse.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(command.toArray(String[]::new));
        assertThat(exit).as("%s: %s", command, err).isZero();
        return out.toString().strip();
    }

    private void send(Stack stack, List<ChatEvent> deliveries, int fifth) {
        int size = deliveries.size() / 5;
        UnderFire.send(stack, deliveries.subList(fifth * size, fifth == 4 ? deliveries.size() : (fifth + 1) * size));
    }

    private void awaitSlots(int slots) {
        await().atMost(PATIENCE).until(() -> ask("overview").path("slots-total").asInt() >= slots);
    }

    /** Until two more checkpoints are complete, so that everything runs and what was sent before the first is in the second. */
    private void awaitProgress(String job) {
        long[] seen = {-1};
        await().atMost(PATIENCE).until(() -> {
            long complete = ask("jobs/" + job + "/checkpoints")
                    .path("latest")
                    .path("completed")
                    .path("id")
                    .asLong(-1);
            seen[0] = seen[0] < 0 ? complete : seen[0];
            return ask("jobs/" + job).path("state").asText().equals("RUNNING") && complete >= seen[0] + 2;
        });
    }

    private int parallelism(String job) {
        int most = 0;
        for (JsonNode vertex : ask("jobs/" + job).path("vertices")) {
            most = Math.max(most, vertex.path("parallelism").asInt());
        }
        return most;
    }

    /** What REST says; nothing while nobody answers. */
    private JsonNode ask(String path) {
        try {
            return rest.get(path);
        } catch (UserError e) {
            return MissingNode.getInstance();
        }
    }
}
