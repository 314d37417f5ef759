package io.deskpulse.imports.run;

import io.deskpulse.imports.input.InputFiles;
import io.deskpulse.ops.Terminal;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows how far an import is: bytes of bytes, records, events, time left; a line that moves each second on a terminal, elsewhere one
 * at the beginning, so that it is seen to run, and one every ten seconds.
 */
final class ImportProgress {
    private static final long INTERVAL_NANOS = 1_000_000_000L;
    /** A machine needs a second and more before it has begun at all. */
    private static final long FIRST_NANOS = INTERVAL_NANOS / 4;

    private static final long PLAIN_INTERVAL_NANOS = 10 * INTERVAL_NANOS;
    private static final int LOOK_EVERY = 16;

    private final Terminal terminal;
    private final LongSupplier nanos;
    private final long begun;
    private long last;
    private long records;
    private int calls;
    private boolean shown;

    /**
     * Nothing has been read yet.
     *
     * @param nanos a clock that only runs, in nanoseconds
     */
    ImportProgress(Terminal terminal, LongSupplier nanos) {
        this.terminal = terminal;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
        this.last = begun;
    }

    void read(InputFiles files, long count) {
        records = count;
        if (isTime()) {
            long size = files.size();
            String left = size == 0 || files.read() == 0 ? "" : left(files.read(), size);
            status(String.format(
                    Locale.ROOT,
                    "%s%,d records%s",
                    size == 0 ? "" : bytes(files.read()) + " of " + bytes(size) + ", ",
                    count,
                    left));
        }
    }

    void mapped(long events) {
        if (isTime()) {
            status(String.format(Locale.ROOT, "%,d records read, %,d events made", records, events));
        }
    }

    void written(long events) {
        if (isTime()) {
            status(String.format(Locale.ROOT, "%,d records read, %,d events on their way", records, events));
        }
    }

    /** Says how fast it was when it took long enough to be noticed. */
    void finish() {
        double seconds = (nanos.getAsLong() - begun) / 1e9;
        if (shown) {
            terminal.lastStatus(String.format(
                    Locale.ROOT, "%,d records in %.1f s, %,.0f a second", records, seconds, records / seconds));
        }
    }

    private void status(String text) {
        shown = true;
        if (terminal.isInteractive()) {
            terminal.status(text);
        } else {
            terminal.step(text);
        }
    }

    private boolean isTime() {
        if (++calls % LOOK_EVERY != 0) {
            return false;
        }
        long now = nanos.getAsLong();
        long interval = terminal.isInteractive() ? INTERVAL_NANOS : PLAIN_INTERVAL_NANOS;
        if (now - last < (shown ? interval : FIRST_NANOS)) {
            return false;
        }
        last = now;
        return true;
    }

    private String left(long read, long size) {
        double elapsed = (nanos.getAsLong() - begun) / 1e9;
        return String.format(Locale.ROOT, ", %.0f s left", elapsed * (size - read) / read);
    }

    private static String bytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }
}
