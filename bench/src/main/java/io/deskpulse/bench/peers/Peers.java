package io.deskpulse.bench.peers;

import io.deskpulse.bench.load.Loader;
import io.deskpulse.bench.load.RoundLoad;
import io.deskpulse.bench.measure.Machine;
import io.deskpulse.bench.measure.Run;
import io.deskpulse.bench.measure.Usage;
import io.deskpulse.bench.peers.engines.Errand;
import io.deskpulse.bench.peers.engines.Topic;
import io.deskpulse.bench.peers.question.Answers;
import io.deskpulse.bench.peers.question.Verdict;
import io.deskpulse.bench.stack.BrokerProcess;
import io.deskpulse.local.RunDirectory;
import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.kafka.KafkaAccess;
import io.deskpulse.ops.kafka.Topics;
import io.deskpulse.streaming.kafka.KafkaCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which rounds are open, and how long did the others take? The same topic, answered by each peer in a process of its own, and compared
 * row by row with what a plain loop says.
 *
 * <p>The load is one that all can answer: no robots, no transfers, each event once and in order within its conversation.
 */
public final class Peers {
    private static final long WARM_UP_EVENTS = 500_000;
    private static final int PARTITIONS = 2;
    private static final int LINGER_MILLIS = 20;
    private static final int OPEN_CONVERSATIONS = 20_000;
    private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");

    /** A conversation then lasts a day, and its silences two at most: after that Deskpulse forgets it, and the others do not. */
    private static final Duration PER_EVENT = Duration.ofMillis(300);

    private final Progress progress;

    /** Tells what it does meanwhile. */
    public Peers(Progress progress) {
        this.progress = progress;
    }

    /**
     * Sends the load, lets each peer answer {@code runs} times, and prints a table to standard output.
     *
     * @param peers those measured; the loop runs in any case, since it says what is true
     */
    public void run(List<Peer> peers, long events, int runs) throws IOException {
        try (RunDirectory directory = RunDirectory.temporary(DeskpulseHome.of(System.getenv()), Instant.now());
                BrokerProcess broker = BrokerProcess.start(directory.path().resolve("kafka"))) {
            Topic warmUp = topic(broker, "bench.peers-warm-up", Math.min(events, WARM_UP_EVENTS));
            send(warmUp);
            Topic topic = topic(broker, "bench.peers", events);
            System.out.printf("%,d chat events of %,d conversations; medians of %d runs%n", events, send(topic), runs);
            System.out.printf(
                    "%-28s %12s %9s %9s %9s %8s %12s %6s  %s%n",
                    "peer",
                    "CPU µs/event",
                    "compiling",
                    "garbage",
                    "broker µs",
                    "x loop",
                    "events/s",
                    "load",
                    "answer");
            Answers truth = null;
            double loopMicros = Double.NaN;
            for (Peer peer : withLoop(peers)) {
                progress.step("  " + peer.label() + " …");
                Path files = Files.createDirectories(directory.path().resolve(peer.name()));
                Errand errand = new Errand(
                        peer.name(),
                        files,
                        broker.bootstrapServers(),
                        broker.handle().pid(),
                        warmUp,
                        topic,
                        runs);
                List<Run> done = PeerRuns.of(peer, errand);
                if (peer == Peer.LOOP) {
                    truth = Answers.read(errand.answers(0));
                    loopMicros = Run.median(done, used -> used.jobsMicrosPer(events));
                }
                print(peer, done, events, loopMicros, verdict(truth, errand));
            }
        }
    }

    private static void print(Peer peer, List<Run> done, long events, double loopMicros, Verdict verdict) {
        double micros = Run.median(done, used -> used.jobsMicrosPer(events));
        System.out.printf(
                "%-28s %12.2f %8.0f%% %8.0f%% %9.2f %8.1f %,12.0f %6.1f  %s%n",
                peer.label(),
                micros,
                100 * Run.median(done, Usage::compilingShare),
                100 * Run.median(done, Usage::collectingShare),
                Run.median(done, used -> used.brokerMicrosPer(events)),
                micros / loopMicros,
                Run.median(done, used -> used.perSecond(events)),
                Machine.loadAverage(),
                verdict);
    }

    /** The loop first, since it says what is true. */
    private static List<Peer> withLoop(List<Peer> peers) {
        Set<Peer> chosen = EnumSet.of(Peer.LOOP);
        chosen.addAll(peers);
        return List.copyOf(chosen);
    }

    /** Of the first run that is not right, or else of the last. */
    private static Verdict verdict(Answers truth, Errand errand) {
        Verdict verdict = Verdict.of(truth, Answers.read(errand.answers(0)));
        for (int run = 1; run < errand.runs() && verdict.isRight(); run++) {
            verdict = Verdict.of(truth, Answers.read(errand.answers(run)));
        }
        return verdict;
    }

    private static Topic topic(BrokerProcess broker, String name, long events) {
        return new Topic(broker.bootstrapServers(), name, PARTITIONS, events);
    }

    /** Returns how many conversations have begun. */
    private long send(Topic topic) {
        progress.step("Sending %,d events to %s …".formatted(topic.events(), topic.name()));
        Map<String, String> settings = Map.of("message.timestamp.type", "LogAppendTime");
        new Topics(List.of(new io.deskpulse.ops.kafka.Topic(topic.name(), topic.partitions(), settings)))
                .create(KafkaAccess.to(KafkaCluster.at(topic.bootstrapServers())));
        RoundLoad load = new RoundLoad(1, OPEN_CONVERSATIONS);
        try (Loader loader = new Loader(topic.bootstrapServers(), LINGER_MILLIS)) {
            for (long i = 0; i < topic.events(); i++) {
                loader.send(topic.name(), load.next(START.plus(PER_EVENT.multipliedBy(i))));
            }
        }
        return load.begun();
    }
}
