package io.deskpulse.ops;

import java.io.PrintStream;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * Steps as lines, and one status line below them that is replaced in place; on something that is no terminal the status becomes a
 * line every few seconds. Safe for use by several threads.
 */
public final class Terminal implements Progress {
    private static final long PLAIN_INTERVAL_NANOS = 5_000_000_000L;
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintStream out;
    private final Consumer<String> lines;
    private final boolean interactive;
    private boolean statusShown;
    private long lastPlainNanos;

    /**
     * A terminal on a stream.
     *
     * @param interactive whether lines can be replaced in place
     */
    public Terminal(PrintStream out, boolean interactive) {
        this(out, out::println, interactive);
    }

    private Terminal(PrintStream out, Consumer<String> lines, boolean interactive) {
        this.out = out;
        this.lines = lines;
        this.interactive = interactive;
        this.lastPlainNanos = System.nanoTime();
    }

    /**
     * Standard error, which the launcher knows to be a terminal or not: a JVM cannot tell. Where {@code DESKPULSE_LOGS} is {@code json},
     * lines are entries of the log, which goes to standard error as JSON then: whoever gathers it reads nothing else there.
     */
    public static Terminal standardError() {
        if ("json".equals(System.getenv("DESKPULSE_LOGS"))) {
            return new Terminal(System.err, LoggerFactory.getLogger("io.deskpulse")::info, false);
        }
        return new Terminal(System.err, Boolean.getBoolean("deskpulse.terminal"));
    }

    /** Whether lines can be replaced in place. */
    public boolean isInteractive() {
        return interactive;
    }

    @Override
    public synchronized void step(String message) {
        clear();
        lines.accept(message);
    }

    /** Replaces the status line. */
    public synchronized void status(String text) {
        if (interactive) {
            out.print(CLEAR_LINE + text);
            out.flush();
            statusShown = true;
        } else if (System.nanoTime() - lastPlainNanos >= PLAIN_INTERVAL_NANOS) {
            lastPlainNanos = System.nanoTime();
            lines.accept(text);
        }
    }

    /** Ends the status line with a last state that stays. */
    public synchronized void lastStatus(String text) {
        clear();
        lines.accept(text);
    }

    private void clear() {
        if (statusShown) {
            out.print(CLEAR_LINE);
            statusShown = false;
        }
    }
}
