package io.deskpulse.bench;

import io.deskpulse.bench.measure.Machine;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench/run idle}: what a demo takes of the machine while nobody looks at it. */
@Command(
        name = "idle",
        description = "Share of a processor core that ./deskpulse demo takes, live, while nobody looks at a dashboard.")
public final class IdleDemo implements Runnable {
    @Option(
            names = "--settle-minutes",
            defaultValue = "5",
            description = "before that: it catches up, and compilers come to rest (default ${DEFAULT-VALUE})")
    private int settleMinutes;

    @Option(names = "--minutes", defaultValue = "15", description = "measured (default ${DEFAULT-VALUE})")
    private int minutes;

    @Override
    public void run() {
        Progress progress = Progress.to(System.err);
        Path script = Path.of(System.getProperty("deskpulse.root", "."), "deskpulse");
        if (!Files.isExecutable(script)) {
            throw new UserError("There is no " + script + ": start this with bench/run.");
        }
        progress.step("A demo for %d minutes, then measured for %d …".formatted(settleMinutes, minutes));
        Process demo = start(script);
        try {
            pause(Duration.ofMinutes(settleMinutes));
            Used before = Used.of(demo);
            pause(Duration.ofMinutes(minutes));
            Used used = Used.of(demo).since(before);
            System.out.printf(
                    "%-34s %6.3f of a core%n%-34s %6.3f%n%-34s %6.3f%nload average %.1f%n",
                    "jobs, broker, preview (one process)",
                    used.ownShare(),
                    "ClickHouse",
                    used.othersShare(),
                    "together",
                    used.ownShare() + used.othersShare(),
                    Machine.loadAverage());
        } finally {
            demo.destroy();
        }
    }

    private static Process start(Path script) {
        try {
            return new ProcessBuilder(script.toString(), "demo")
                    .redirectOutput(ProcessBuilder.Redirect.to(new File("/dev/null")))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UserError("Cannot start " + script + ": " + e.getMessage());
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted before it was measured.");
        }
    }

    /** Processor time of the script's process and of those that it started, and the wall clock, in nanoseconds. */
    private record Used(long own, long others, long wall) {
        static Used of(Process demo) {
            if (!demo.isAlive()) {
                throw new UserError("The demo ended by itself; see what it says above.");
            }
            return new Used(nanos(Stream.of(demo.toHandle())), nanos(demo.descendants()), System.nanoTime());
        }

        private static long nanos(Stream<ProcessHandle> processes) {
            return processes
                    .flatMap(process -> process.info().totalCpuDuration().stream())
                    .mapToLong(Duration::toNanos)
                    .sum();
        }

        Used since(Used before) {
            return new Used(own - before.own, others - before.others, wall - before.wall);
        }

        double ownShare() {
            return (double) own / wall;
        }

        double othersShare() {
            return (double) others / wall;
        }
    }
}
