package io.deskpulse.demo;

import io.deskpulse.local.Stack;
import io.deskpulse.local.replay.Reflection;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.replay.Lag;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Looks now and then how far the rows are and what the headlines say, on a thread of its own: every other second, or rarer where
 * the answers take long, as nobody may be looking at the terminal.
 */
final class DemoWatch implements AutoCloseable {

    private static final long SHORTEST_PAUSE_MILLIS = 2_000;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    /** A pause is so many times as long as the look before it. */
    private static final long PAUSES_A_LOOK = 30;

    private final Stack stack;
    private final Reflection reflection;
    private final Headlines headlines;
    private final Supplier<Instant> present;
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread watcher = new Thread(work, "demo-watch");
        watcher.setDaemon(true);
        return watcher;
    });
    private volatile Lag lag;
    private volatile List<String> table = List.of();

    /** Begins to look; {@code present} tells the demo's present. */
    DemoWatch(Stack stack, Reflection reflection, Headlines headlines, Supplier<Instant> present) {
        this.stack = stack;
        this.reflection = reflection;
        this.headlines = headlines;
        this.present = present;
        thread.schedule(this::look, SHORTEST_PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** How far the rows were lately; null before the first look. */
    Lag lag() {
        return lag;
    }

    /** The headlines as they were lately; empty before the first look. */
    List<String> table() {
        return table;
    }

    /** Throws what ended the watch, if anything did. */
    void throwFailure() {
        RuntimeException ended = failure.get();
        if (ended != null) {
            throw ended;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void look() {
        long began = System.nanoTime();
        try {
            lag = reflection.sample();
            table = headlines.at(present.get());
        } catch (IOException e) {
            requireClickHouse(e); // else busy: the next look will tell
        } catch (RuntimeException e) {
            end(e);
        }
        if (!thread.isShutdown()) {
            long pauseMillis = PAUSES_A_LOOK * TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            thread.schedule(
                    this::look,
                    Math.max(SHORTEST_PAUSE_MILLIS, Math.min(pauseMillis, LONGEST_PAUSE_MILLIS)),
                    TimeUnit.MILLISECONDS);
        }
    }

    private void requireClickHouse(IOException cause) {
        stack.clickHouseServer()
                .filter(server -> !server.isAlive())
                .ifPresent(server -> end(new UserError(
                        "ClickHouse has ended; its log is in "
                                + stack.runDirectory().path().resolve("clickhouse") + ".",
                        cause)));
    }

    private void end(RuntimeException reason) {
        failure.compareAndSet(null, reason);
        thread.shutdown();
    }
}
