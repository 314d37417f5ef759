package io.deskpulse.bench.chaos;

import io.deskpulse.bench.chaos.planted.ChangedJar;
import io.deskpulse.bench.chaos.planted.PlantedBug;
import io.deskpulse.bench.chaos.stand.ChaosStand;
import io.deskpulse.bench.measure.Machine;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench/run chaos-planted}. */
@Command(
        name = "chaos-planted",
        description = {
            "Shows that chaos finds bugs: copies of the jar, each with a bug of sink, state or offsets, go through the same losses, and each "
                    + "must be caught. The jar as it is goes first, and must pass.",
            "Ends with 1 when a bug is not caught."
        })
public final class PlantedBugs implements Runnable {
    private static final Progress PROGRESS = Progress.to(System.err);

    @Option(names = "--bugs", split = ",", description = "only these: ${COMPLETION-CANDIDATES}")
    private List<PlantedBug> bugs = List.of(PlantedBug.values());

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "of the first round; each bug has the next (default ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--events", defaultValue = "1500", description = "about so many a round (default ${DEFAULT-VALUE})")
    private int events;

    @Override
    public void run() {
        System.out.println(Machine.line());
        List<String> uncaught = new ArrayList<>();
        Path directory = Chaos.temporary();
        try (ChaosStand stand = new ChaosStand(directory, PROGRESS)) {
            Gauntlet gauntlet = new Gauntlet(stand, events, PROGRESS);
            Path jar = Chaos.jar();
            String clean = gauntlet.caught(jar, seed);
            System.out.printf("%-34s %s%n", "(none)", clean.isEmpty() ? "passes" : "WRONG: " + clean);
            for (int i = 0; i < bugs.size(); i++) {
                PlantedBug bug = bugs.get(i);
                Path copy = stand.directory().resolve(bug.name() + "-job.jar");
                ChangedJar.withBug(jar, bug, copy);
                String caught = gauntlet.caught(copy, seed + 1 + i);
                Files.delete(copy);
                System.out.printf("%-34s %s%n", bug, caught.isEmpty() ? "NOT CAUGHT" : "caught: " + caught);
                if (caught.isEmpty()) {
                    uncaught.add(bug.name());
                }
            }
            System.out.printf(
                    "%d of %d caught; load average %.1f%n",
                    bugs.size() - uncaught.size(), bugs.size(), Machine.loadAverage());
            if (!clean.isEmpty() || !uncaught.isEmpty()) {
                throw new UserError(
                        "Not caught: " + uncaught + (clean.isEmpty() ? "" : "; and the jar as it is fails"));
            }
        } catch (IOException e) {
            throw new UserError("The stand cannot be started: " + e.getMessage(), e);
        }
        Chaos.delete(directory);
    }
}
