package io.deskpulse.bench.chaos;

import io.deskpulse.bench.chaos.stand.ChaosStand;
import io.deskpulse.bench.chaos.stand.Fault;
import io.deskpulse.bench.measure.Machine;
import io.deskpulse.ops.FileTree;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.submit.JobJar;
import io.deskpulse.streaming.jobs.JobCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench/run chaos}. */
@Command(
        name = "chaos",
        description = {
            "Strikes faults, one after another and some at once, at a cluster of processes: broker, ClickHouse, ZooKeeper, JobManager, "
                    + "two TaskManagers and all jobs of the jar. After each round the tables must equal what its events make when each key is "
                    + "derived at once, and the books must balance.",
            "A seed decides what is sent and what strikes. Ends with 1 when a round differs."
        })
public final class Chaos implements Runnable {
    private static final Progress PROGRESS = Progress.to(System.err);

    @Option(
            names = "--seeds",
            paramLabel = "FIRST-LAST",
            defaultValue = "1-20",
            description = "one round a seed, all on the same stand (default ${DEFAULT-VALUE})")
    private String seeds;

    @Option(
            names = "--faults",
            split = ",",
            description = "only these, in turn: ${COMPLETION-CANDIDATES} (default: as the seeds say)")
    private List<Fault> faults = List.of();

    @Option(
            names = "--events",
            defaultValue = "1500",
            description = "about so many events a round (default ${DEFAULT-VALUE})")
    private int events;

    @Override
    public void run() {
        System.out.println(Machine.line());
        Path directory = temporary();
        try (ChaosStand stand = new ChaosStand(directory, PROGRESS)) {
            stand.start(stand.clock().jar(jar()), JobCatalogue.streaming(), "chaos");
            Rounds rounds = new Rounds(stand, PROGRESS);
            List<String> failed = new ArrayList<>();
            Outcome.printHead();
            long[] chosen = seeds().toArray();
            for (int i = 0; i < chosen.length; i++) {
                List<Fault> striking =
                        faults.isEmpty() ? Rounds.faults(chosen[i]) : List.of(faults.get(i % faults.size()));
                Outcome outcome = rounds.run(Round.of(chosen[i], events), striking);
                outcome.print();
                if (!outcome.isRight()) {
                    failed.add("seed " + chosen[i] + ":\n" + outcome.difference());
                }
            }
            List<String> left = rounds.problems();
            left.forEach(System.out::println);
            System.out.printf(
                    "%d rounds, %d wrong; load average %.1f%n", chosen.length, failed.size(), Machine.loadAverage());
            if (!failed.isEmpty() || !left.isEmpty()) {
                throw new UserError(
                        "Not all is as it should be; logs are in " + directory + ".\n" + String.join("\n", failed));
            }
        } catch (IOException e) {
            throw new UserError("The stand cannot be started: " + e.getMessage(), e);
        }
        delete(directory);
    }

    /** A directory that is deleted when all was right, and left to be looked at when it was not. */
    static Path temporary() {
        try {
            return Files.createTempDirectory("deskpulse-chaos-");
        } catch (IOException e) {
            throw new UserError("Cannot make a directory for temporary files: " + e.getMessage(), e);
        }
    }

    /** Deletes such a directory. */
    static void delete(Path directory) {
        try {
            FileTree.delete(directory);
        } catch (IOException e) {
            throw new UserError("Cannot delete " + directory + ": " + e.getMessage(), e);
        }
    }

    /** The jar that the build of the jobs made in the checkout of {@code bench/run}. */
    static Path jar() {
        return JobJar.built(Path.of(System.getProperty("deskpulse.root", ".")))
                .orElseThrow(() -> new UserError("The jobs are not built; start this with bench/run."));
    }

    private LongStream seeds() {
        String[] ends = seeds.split("-", 2);
        try {
            long first = Long.parseLong(ends[0]);
            return LongStream.rangeClosed(first, ends.length == 1 ? first : Long.parseLong(ends[1]));
        } catch (NumberFormatException e) {
            throw new UserError("--seeds must be FIRST-LAST or one number, got " + seeds + ".", e);
        }
    }
}
