package io.deskpulse.bench.chaos.stand;

import io.deskpulse.bench.chaos.planted.ChangedJar;
import io.deskpulse.bench.chaos.planted.SkewedTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * The wall clock as our operators see it, which jumps when told to: the jar's readings of it go through {@link SkewedTime}. The clock of
 * the machine is everybody's, and a library that fakes it made the virtual machines spin.
 */
public final class SkewedClock {
    private final Path file;

    /** Keeps what it shows in a file. */
    SkewedClock(Path file) {
        this.file = file;
        set(0);
    }

    /** What the jobs' processes need in their environment to see this clock. */
    Map<String, String> environment() {
        return Map.of(SkewedTime.FILE, file.toString());
    }

    /** Makes a copy of the jar that goes by this clock. */
    public Path jar(Path jar) {
        Path copy = file.resolveSibling("skewed-job.jar");
        try {
            ChangedJar.withClock(jar, copy);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + copy, e);
        }
        return copy;
    }

    /** Differs by so many seconds from the true time, within a second from now. */
    public void set(int seconds) {
        try {
            // In one piece: a process may read while this writes.
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, Integer.toString(seconds));
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
