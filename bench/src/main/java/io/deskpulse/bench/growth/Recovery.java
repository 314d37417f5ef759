package io.deskpulse.bench.growth;

import io.deskpulse.bench.load.ChatLoad;
import io.deskpulse.bench.measure.Machine;
import io.deskpulse.bench.stack.BenchStack;
import io.deskpulse.bench.stack.Input;
import io.deskpulse.bench.stack.OwnProcess;
import io.deskpulse.ops.submit.Checkpoints;
import io.deskpulse.schemas.EventStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code kill -9} of the job's process while it catches up with much state: how long after the restart until a row shows that was not
 * there before, and how fast it reads from then on.
 */
final class Recovery {
    private static final String NAME = "bench.recovery";
    private static final int PARTITIONS = 2;
    private static final long PAUSE_MILLIS = 200;

    /** At least so many events follow the first of each conversation: more than are read until the kill. */
    private static final long LOAD_EVENTS = 3_000_000;

    /** Of full load after the checkpoint from which the job will go on. */
    private static final long UNSAVED_MILLIS = 5_000;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final BenchStack stack;
    private final String backend;
    private final Path directory;

    Recovery(BenchStack stack, String backend) {
        this.stack = stack;
        this.backend = backend;
        this.directory = stack.directory().resolve("job");
    }

    static void printHead() {
        System.out.printf(
                "%-10s %12s %12s %14s %18s %20s %14s %6s%n",
                "state",
                "live",
                "state MiB",
                "read at kill",
                "first fresh row s",
                "events/s before kill",
                "catch-up/s",
                "load");
    }

    void run(int conversations, int heapGib) throws IOException, InterruptedException {
        stack.createTopic(Input.topic(NAME, EventStream.CHAT), PARTITIONS);
        ChatTopic topic = new ChatTopic(stack.bootstrapServers(), NAME, PARTITIONS, new ChatLoad(1, conversations));
        topic.begin(conversations);
        topic.send(Math.max(conversations, LOAD_EVENTS));
        Process killed = start(heapGib);
        await(conversations);
        long startNanos = System.nanoTime();
        long begun = seen();
        String old = checkpoint().orElse("");
        while (checkpoint().orElse("").equals(old)) {
            Thread.sleep(PAUSE_MILLIS);
        }
        Thread.sleep(UNSAVED_MILLIS);
        killed.destroyForcibly().waitFor();
        double before = (seen() - begun) / seconds(startNanos);
        // What ClickHouse had received by then shows a moment later.
        Thread.sleep(PAUSE_MILLIS);
        long seenAtKill = seen();
        if (seenAtKill >= topic.sent()) {
            throw new IllegalStateException("everything was read before the kill");
        }
        long stateBytes = BenchStack.checkpointBytes(checkpoint().orElseThrow());

        long restartNanos = System.nanoTime();
        Process restarted = start(heapGib);
        await(seenAtKill + 1);
        double firstFresh = seconds(restartNanos);
        long first = seen();
        long firstNanos = System.nanoTime();
        await(topic.sent());
        System.out.printf(
                "%-10s %,12d %,12d %,14d %18.1f %,20.0f %,14.0f %6.1f%n",
                backend,
                conversations,
                stateBytes >> 20,
                seenAtKill,
                firstFresh,
                before,
                (topic.sent() - first) / seconds(firstNanos),
                Machine.loadAverage());
        requireAll(topic.begun());
        restarted.destroyForcibly().waitFor();
    }

    private Process start(int heapGib) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(directory.toString(), backend, "2"));
        arguments.addAll(List.of(stack.arguments(NAME, NAME, Set.of(EventStream.CHAT))));
        ProcessBuilder job = OwnProcess.of(JobProcess.class, List.of("-Xmx" + heapGib + "g"), arguments);
        job.environment().putAll(stack.secrets());
        return job.start();
    }

    private Optional<String> checkpoint() {
        return Checkpoints.newest(directory.resolve("checkpoints"));
    }

    /** Events up to the newest that shows in the table. */
    private long seen() {
        return ChatTopic.sentUpTo(
                stack.count("SELECT toUnixTimestamp64Milli(max(last_event_at)) FROM conversation_days"));
    }

    private void await(long events) throws InterruptedException {
        long startNanos = System.nanoTime();
        while (seen() < events) {
            if (System.nanoTime() - startNanos > PATIENCE.toNanos()) {
                throw new IllegalStateException("only %,d of %,d events show".formatted(seen(), events));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** A kill may cost time, and no conversation. */
    private void requireAll(long conversations) throws InterruptedException {
        String query = "SELECT uniqExact(conversation_id) FROM conversation_days";
        long startNanos = System.nanoTime();
        // The other partition may be a little behind.
        while (stack.count(query) < conversations) {
            if (System.nanoTime() - startNanos > PATIENCE.toNanos()) {
                throw new IllegalStateException(
                        "%,d conversations show, not %,d".formatted(stack.count(query), conversations));
            }
            Thread.sleep(5 * PAUSE_MILLIS);
        }
    }

    private static double seconds(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
