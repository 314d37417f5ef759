package io.deskpulse.demo;

import io.deskpulse.ops.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * A few lines at the bottom of the terminal that are replaced in place; other messages go above them. On something that is no
 * terminal the lines are printed anew now and then. Safe for use by several threads.
 */
final class Panel implements Progress {

    private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(30);
    private static final String UP_AND_CLEAR = "\033[%dA\r\033[J";

    private final PrintStream out;
    private final boolean interactive;
    private final InstantSource clock;
    private List<String> shown = List.of();
    private Instant nextPlain;

    /** A panel on a stream; {@code interactive} tells whether lines can be replaced in place. */
    Panel(PrintStream out, boolean interactive, InstantSource clock) {
        this.out = out;
        this.interactive = interactive;
        this.clock = clock;
        this.nextPlain = clock.instant();
    }

    /** Replaces the lines. */
    synchronized void show(List<String> lines) {
        if (interactive) {
            clear();
            lines.forEach(out::println);
            shown = List.copyOf(lines);
        } else if (!clock.instant().isBefore(nextPlain)) {
            lines.forEach(out::println);
            nextPlain = clock.instant().plus(PLAIN_INTERVAL);
        }
        out.flush();
    }

    @Override
    public synchronized void step(String message) {
        List<String> below = shown;
        clear();
        out.println(message);
        if (!below.isEmpty()) {
            show(below);
        }
    }

    private void clear() {
        if (!shown.isEmpty()) {
            out.printf(UP_AND_CLEAR, shown.size());
            shown = List.of();
        }
    }
}
