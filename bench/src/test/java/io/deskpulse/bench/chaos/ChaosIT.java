package io.deskpulse.bench.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.bench.chaos.planted.ChangedJar;
import io.deskpulse.bench.chaos.planted.PlantedBug;
import io.deskpulse.bench.chaos.stand.ChaosStand;
import io.deskpulse.bench.chaos.stand.Fault;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.submit.JobJar;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short form of the chaos suite: the faults that need most of its machinery, and a bug that it must find. */
class ChaosIT {
    private static final int EVENTS = 800;
    private static final Path JAR = JobJar.built(Path.of("..")).orElseThrow();

    @TempDir
    private Path directory;

    @Test
    void tablesAreRightAfterFaultsAndNotWithABug() throws Exception {
        try (ChaosStand stand = new ChaosStand(directory.resolve("stand"), Progress.silent())) {
            stand.start(JAR, Gauntlet.JOBS, "chaos");
            Rounds rounds = new Rounds(stand, Progress.silent());
            List<List<Fault>> striking = List.of(
                    List.of(Fault.CHECKPOINT_CORRUPTED),
                    List.of(Fault.CLICKHOUSE_KILLED_IN_INSERT),
                    List.of(Fault.BROKER_KILLED, Fault.CLICKHOUSE_DISK_FULL));
            for (int i = 0; i < striking.size(); i++) {
                Outcome outcome = rounds.run(Round.of(i, EVENTS), striking.get(i));
                assertThat(outcome.difference()).as("%s", striking.get(i)).isEmpty();
            }
            assertThat(rounds.problems()).isEmpty();

            Path buggy = directory.resolve("buggy-job.jar");
            ChangedJar.withBug(JAR, PlantedBug.FAILED_INSERTS_TAKEN_AS_DONE, buggy);
            assertThat(new Gauntlet(stand, EVENTS, Progress.silent()).caught(buggy, striking.size()))
                    .startsWith("conversation_days");
        }
    }
}
