package io.deskpulse.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * What this process's virtual machine does beside running our code: compiling it, which ends once a job runs long enough, and
 * collecting garbage. Told by the kernel by thread, in steps of 10 ms, as {@code proc(5)} says; 0 on a system without that.
 */
public final class VirtualMachine {
    private static final Path TASKS = Path.of("/proc/self/task");
    private static final long NANOS_PER_TICK = 10_000_000;

    /** In the fields after the name, which stands in parentheses and may hold blanks. */
    private static final int USER_TICKS = 11;

    private static final int SYSTEM_TICKS = 12;

    private VirtualMachine() {}

    /** Processor time of both compilers since the process began, nanoseconds. */
    public static long compilingNanos() {
        return nanos(name -> name.matches("C[12] Compiler.*"));
    }

    /** Processor time of garbage collection since the process began, nanoseconds. */
    public static long collectingNanos() {
        return nanos(name -> name.matches("GC Thread.*|G1 .*|VM Thread"));
    }

    private static long nanos(Predicate<String> isMeant) {
        if (!Files.isDirectory(TASKS)) {
            return 0;
        }
        long ticks = 0;
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
            for (Path task : tasks) {
                ticks += ticks(task, isMeant);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ticks * NANOS_PER_TICK;
    }

    private static long ticks(Path task, Predicate<String> isMeant) {
        try {
            if (!isMeant.test(Files.readString(task.resolve("comm")).strip())) {
                return 0;
            }
            String stat = Files.readString(task.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
        } catch (IOException e) {
            // the thread has ended: no such file before the opening, no such process after it
            return 0;
        }
    }
}
