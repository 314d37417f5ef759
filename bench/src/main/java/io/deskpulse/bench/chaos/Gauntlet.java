package io.deskpulse.bench.chaos;

import io.deskpulse.bench.chaos.stand.ChaosStand;
import io.deskpulse.bench.chaos.stand.ClickHouseProxy;
import io.deskpulse.bench.chaos.stand.Pause;
import io.deskpulse.ops.Progress;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.jobs.JobCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The same losses for one jar after another: what is there before the jobs, ClickHouse away, full, and TaskManagers lost meanwhile. */
final class Gauntlet {
    /** The jobs that see every way of a message: through a timeline into a table, and refused into another. */
    static final List<DeskpulseJob> JOBS = JobCatalogue.streaming().stream()
            .filter(job -> List.of("response-time", "dead-letters").contains(job.name()))
            .toList();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SENDING = Duration.ofSeconds(3);
    private static final int QUARTERS = 4;
    private static final int PIECES = 6;

    private final ChaosStand stand;
    private final int events;
    private final Progress progress;

    /** Rounds of about so many events. */
    Gauntlet(ChaosStand stand, int events, Progress progress) {
        this.stand = stand;
        this.events = events;
        this.progress = progress;
    }

    /** What is wrong after a round of losses with a jar, on one line; empty when nothing is. */
    String caught(Path jar, long seed) throws IOException {
        progress.step(jar.getFileName() + " …");
        Round round = Round.of(seed, events);
        List<Delivery> all = round.deliveries();
        Sender.send(stand.kafka(), all.subList(0, all.size() / QUARTERS));
        try {
            stand.start(jar, JOBS, "planted-" + seed);
        } catch (IllegalStateException e) {
            return "the jobs do not come up";
        }
        Rounds rounds = new Rounds(stand, progress);
        rounds.note(round);
        try (Sender sender = quarter(all, 1)) {
            stand.proxy().become(ClickHouseProxy.Mode.REFUSING);
            Pause.millis(1_500);
            stand.cluster().killTaskManager();
            Pause.millis(1_000);
            stand.cluster().startTaskManager();
            stand.proxy().become(ClickHouseProxy.Mode.PASS);
            sender.await();
        }
        try (Sender sender = quarter(all, 2)) {
            Pause.millis(1_500);
            stand.cluster().killTaskManager();
            stand.cluster().startTaskManager();
            sender.await();
        }
        if (!rounds.isConsumed(PATIENCE)) {
            return "not all is consumed within " + PATIENCE;
        }
        // Last words of most keys: who loses what was refused does not get it back from a later one.
        stand.proxy().become(ClickHouseProxy.Mode.DISK_FULL);
        try (Sender sender = quarter(all, 3)) {
            sender.await();
            Pause.millis(2_000);
        }
        stand.proxy().become(ClickHouseProxy.Mode.PASS);
        if (!rounds.isConsumed(PATIENCE)) {
            return "not all is consumed within " + PATIENCE;
        }
        // What was consumed is in the tables when a checkpoint has begun and ended after it.
        stand.jobs().awaitCheckpoints(2);
        return rounds.differences(round).strip().replace('\n', ';').replace('\t', ' ');
    }

    private Sender quarter(List<Delivery> all, int quarter) {
        return Sender.start(
                stand.kafka(),
                all.subList(all.size() * quarter / QUARTERS, all.size() * (quarter + 1) / QUARTERS),
                PIECES,
                SENDING);
    }
}
