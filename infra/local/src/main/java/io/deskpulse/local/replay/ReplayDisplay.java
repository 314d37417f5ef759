package io.deskpulse.local.replay;

import io.deskpulse.ops.Terminal;
import java.util.Locale;

/**
 * The progress bar: how much of the files is sent, events, events a second and lag. Written by the sending thread and by the one
 * that samples the lag.
 */
final class ReplayDisplay {
    private static final int WIDTH = 24;
    private static final long INTERVAL_NANOS = 200_000_000L;

    private final Terminal terminal;
    private final long totalBytes;
    private final long startedNanos = System.nanoTime();
    private volatile long readBytes;
    private volatile long events;
    private volatile long sentNanos;
    private volatile Lag lag;
    private long shownNanos;

    ReplayDisplay(Terminal terminal, long totalBytes) {
        this.terminal = terminal;
        this.totalBytes = totalBytes;
    }

    /** Sending thread only. */
    void read(long bytes) {
        readBytes += bytes;
    }

    /** Sending thread only. */
    void sent() {
        events++;
        refresh();
    }

    /** Sending thread only: shows the bar again unless it was shown a moment ago. */
    void refresh() {
        long now = System.nanoTime();
        if (now - shownNanos > INTERVAL_NANOS) {
            shownNanos = now;
            terminal.status(text());
        }
    }

    /** Freezes the rate: what follows is waiting. */
    void allSent() {
        sentNanos = System.nanoTime();
    }

    void lag(Lag sampled) {
        lag = sampled;
        terminal.status(text());
    }

    /** Leaves a last line, which says {@code what} is done and after how long. */
    void finish(String what) {
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        terminal.lastStatus(text() + String.format(Locale.ROOT, ", %s after %.1f s", what, seconds));
    }

    private String text() {
        double share = totalBytes == 0 ? 1 : Math.min(1, (double) readBytes / totalBytes);
        int filled = (int) Math.round(share * WIDTH);
        double seconds = ((sentNanos == 0 ? System.nanoTime() : sentNanos) - startedNanos) / 1e9;
        return String.format(
                Locale.ROOT,
                "[%s%s] %3.0f %%  %,d events, %,.0f/s%s",
                "#".repeat(filled),
                "-".repeat(WIDTH - filled),
                share * 100,
                events,
                events / Math.max(1e-3, seconds),
                lag == null ? "" : String.format(Locale.ROOT, ", lag %,d", lag.events()));
    }
}
