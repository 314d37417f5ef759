package io.deskpulse.bench.peers.engines;

import com.sun.management.OperatingSystemMXBean;
import io.deskpulse.bench.measure.Usage;
import io.deskpulse.bench.measure.VirtualMachine;
import io.deskpulse.bench.peers.question.Answers;
import io.deskpulse.bench.peers.question.RowLog;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** A peer's process: answers the question some times and tells what each time took. */
public final class PeerProcess {
    /** Begins a line that tells of a run: nanoseconds as {@link Usage} has them. */
    public static final String RUN = "peer-run ";

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final int MOST_WARM_UPS = 10;
    private static final double WARM_SHARE = 0.05;

    private PeerProcess() {}

    /** Runs an {@link Errand}. */
    public static void main(String[] args) throws Exception {
        Errand errand = Errand.of(args);
        ProcessHandle broker = ProcessHandle.of(errand.brokerPid()).orElseThrow();
        try (Engine engine = engine(errand.peer(), errand.directory())) {
            warmUp(engine, errand, broker);
            for (int run = 0; run < errand.runs(); run++) {
                System.gc();
                Usage used = measure(engine, errand.topic(), broker);
                System.out.println(RUN + used.jobsNanos() + " " + used.compilingNanos() + " " + used.collectingNanos()
                        + " " + used.brokerNanos() + " " + used.wallNanos());
                Answers.of(RowLog.takeAll()).write(errand.answers(run));
            }
        }
        // Frameworks leave threads behind that nobody waits for.
        System.exit(0);
    }

    /** Until compiling is a small part of it: how long that takes depends on how much code a peer has, and no job pays for it long. */
    private static void warmUp(Engine engine, Errand errand, ProcessHandle broker) throws Exception {
        double compiling = 1;
        for (int i = 0; i < MOST_WARM_UPS && compiling > WARM_SHARE; i++) {
            compiling = measure(engine, errand.warmUp(), broker).compilingShare();
            RowLog.takeAll();
        }
    }

    private static Usage measure(Engine engine, Topic topic, ProcessHandle broker) throws Exception {
        Usage start = used(broker);
        engine.run(topic);
        return used(broker).since(start);
    }

    private static Usage used(ProcessHandle broker) {
        long brokerNanos = broker.info().totalCpuDuration().orElseThrow().toNanos();
        return new Usage(
                SYSTEM.getProcessCpuTime(),
                VirtualMachine.compilingNanos(),
                VirtualMachine.collectingNanos(),
                0,
                brokerNanos,
                System.nanoTime());
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
