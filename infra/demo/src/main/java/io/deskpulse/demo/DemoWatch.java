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

/** Looks every other second how far the rows are and what the headlines say, on a thread of its own. */
final class DemoWatch implements AutoCloseable {

    private static final long INTERVAL_MILLIS = 2_000;

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
        thread.scheduleWithFixedDelay(this::look, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
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
        try {
            lag = reflection.sample();
            table = headlines.at(present.get());
        } catch (IOException e) {
            requireClickHouse(e); // else busy: the next look will tell
        } catch (RuntimeException e) {
            end(e);
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
