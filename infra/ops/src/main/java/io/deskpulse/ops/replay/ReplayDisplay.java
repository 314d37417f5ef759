package io.deskpulse.ops.replay;

import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.replay.files.EventFiles;
import java.util.Locale;

/**
 * The progress bar: how much of the files is sent, where that is known, events, events a second and lag. Written by the sending thread
 * and by the one that samples the lag.
 */
public final class ReplayDisplay {
    private static final int WIDTH = 24;
    private static final long INTERVAL_NANOS = 200_000_000L;

    private final Terminal terminal;
    private final long totalLines;
    private final long startedNanos = System.nanoTime();
    private volatile long events;
    private volatile long rejected;
    private volatile long sentNanos;
    private volatile Lag lag;
    private long shownNanos;

    /** A display of a replay of so many lines, or of {@link EventFiles#UNKNOWN_LINES}. */
    public ReplayDisplay(Terminal terminal, long totalLines) {
        this.terminal = terminal;
        this.totalLines = totalLines;
    }

    /** Sending thread only. */
    public void sent() {
        events++;
        refresh();
    }

    /** Sending thread only: a line went to the dead letters. */
    public void rejected() {
        rejected++;
    }

    /** Sending thread only: shows the bar again unless it was shown a moment ago. */
    public void refresh() {
        long now = System.nanoTime();
        if (now - shownNanos > INTERVAL_NANOS) {
            shownNanos = now;
            terminal.status(text());
        }
    }

    /** Freezes the rate: what follows is waiting. */
    public void allSent() {
        sentNanos = System.nanoTime();
    }

    /** Shows how far the rows are behind. */
    public void lag(Lag sampled) {
        lag = sampled;
        terminal.status(text());
    }

    /** Leaves a last line, which says {@code what} is done and after how long. */
    public void finish(String what) {
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        terminal.lastStatus(text() + String.format(Locale.ROOT, ", %s after %.1f s", what, seconds));
    }

    private String text() {
        double seconds = ((sentNanos == 0 ? System.nanoTime() : sentNanos) - startedNanos) / 1e9;
        return bar()
                + String.format(
                        Locale.ROOT,
                        "%,d events, %,.0f/s%s",
                        events,
                        events / Math.max(1e-3, seconds),
                        lag == null ? "" : String.format(Locale.ROOT, ", lag %,d", lag.events()));
    }

    private String bar() {
        if (totalLines == EventFiles.UNKNOWN_LINES) {
            return "";
        }
        // A file may have grown since it was looked at.
        double share = totalLines == 0 ? 1 : Math.min(1, (double) (events + rejected) / totalLines);
        int filled = (int) (share * WIDTH);
        return String.format(
                Locale.ROOT, "[%s%s] %3d %%  ", "#".repeat(filled), "-".repeat(WIDTH - filled), (int) (share * 100));
    }
}
