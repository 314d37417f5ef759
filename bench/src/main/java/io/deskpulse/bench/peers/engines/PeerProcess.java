package io.deskpulse.bench.peers.engines;

import com.sun.management.OperatingSystemMXBean;
import io.deskpulse.bench.measure.Usage;
import io.deskpulse.bench.peers.question.Answers;
import io.deskpulse.bench.peers.question.RowLog;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** A peer's process: answers the question some times and tells what each time took. */
public final class PeerProcess {
    /** Begins a line that tells of a run: nanoseconds of this process's processors, of the broker's, and of the wall clock. */
    public static final String RUN = "peer-run ";

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private PeerProcess() {}

    /** Runs an {@link Errand}. */
    public static void main(String[] args) throws Exception {
        Errand errand = Errand.of(args);
        ProcessHandle broker = ProcessHandle.of(errand.brokerPid()).orElseThrow();
        try (Engine engine = engine(errand.peer(), errand.directory())) {
            engine.run(errand.warmUp());
            RowLog.takeAll();
            for (int run = 0; run < errand.runs(); run++) {
                System.gc();
                Usage start = used(broker);
                engine.run(errand.topic());
                Usage used = used(broker).since(start);
                System.out.println(RUN + used.jobsNanos() + " " + used.brokerNanos() + " " + used.wallNanos());
                Answers.of(RowLog.takeAll()).write(errand.answers(run));
            }
        }
        // Frameworks leave threads behind that nobody waits for.
        System.exit(0);
    }

    private static Usage used(ProcessHandle broker) {
        long brokerNanos = broker.info().totalCpuDuration().orElseThrow().toNanos();
        return new Usage(SYSTEM.getProcessCpuTime(), 0, 0, 0, brokerNanos, System.nanoTime());
    }

    /** Each names its classes only here, where they are on the class path. */
    private static Engine engine(String peer, Path directory) throws IOException {
        return switch (peer) {
            case "LOOP" -> new ConsumerLoop();
            case "TIMELINE" -> new Timeline(directory, "hashmap");
            case "TIMELINE_ROCKSDB" -> new Timeline(directory, "rocksdb");
            case "SQL_GROUPS" -> new SqlEngine(directory, SqlQuestion.GROUPS);
            case "SQL_MATCH" -> new SqlEngine(directory, SqlQuestion.MATCH);
            case "STREAMS_MEMORY" -> new StreamsEngine(directory, false);
            case "STREAMS_ROCKSDB" -> new StreamsEngine(directory, true);
            default -> throw new IllegalArgumentException("no peer is called " + peer);
        };
    }
}
