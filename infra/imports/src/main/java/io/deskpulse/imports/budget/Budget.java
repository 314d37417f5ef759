package io.deskpulse.imports.budget;

import io.deskpulse.ops.UserError;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Does what a user's mapping asks for on a thread that can be given up: a mapping that loops, recurses or matches for ever costs what it
 * was at and no more. What counts is the time that the thread computed, so that a busy machine refuses nothing. A task that is given up
 * must have changed nothing that anybody else looks at.
 *
 * <p>For one task at a time.
 */
public final class Budget implements AutoCloseable {
    private static final long MOST_STACK = 4L << 20;
    /** How many tasks that were given up may still compute: each takes a processor. */
    private static final int MOST_LOST = 5;
    /** How many times its time a task may wait for a busy machine. */
    private static final int MOST_WAITS = 30;

    private final String name;
    private final long mostMillis;
    private final List<Thread> lost = new ArrayList<>();
    private volatile Thread current;
    private volatile long computedBefore;
    private ExecutorService thread = thread();

    /**
     * A thread.
     *
     * @param name of what is done there, for those who look at threads
     * @param mostMillis that a task may compute
     */
    public Budget(String name, long mostMillis) {
        this.name = name;
        this.mostMillis = mostMillis;
    }

    /** How many seconds a task may compute. */
    public long seconds() {
        return mostMillis / 1000;
    }

    /**
     * Begins with a task.
     *
     * @param otherwise gives the result when the task was given up
     * @return waits for the result
     * @throws UserError when too many tasks that were given up have not ended yet
     */
    public <T> Callable<T> begin(Supplier<T> task, Supplier<T> otherwise) {
        lost.removeIf(one -> !one.isAlive());
        if (lost.size() >= MOST_LOST) {
            throw new UserError("The mapping takes more than " + seconds()
                    + " s for a group, again and again, and does not end when it is told to.");
        }
        Future<T> future = thread.submit(() -> {
            computedBefore = computed();
            return task.get();
        });
        return () -> {
            for (int waited = 1; waited <= MOST_WAITS; waited++) {
                try {
                    return future.get(mostMillis, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (computed() - computedBefore >= mostMillis) {
                        break;
                    }
                } catch (ExecutionException e) {
                    throw failure(e.getCause());
                }
            }
            giveUp();
            return otherwise.get();
        };
    }

    /** What came of a task that was begun with. */
    public static <T> T result(Callable<T> running) {
        try {
            return running.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Milliseconds that the thread has computed so far. */
    private long computed() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(current.getId()) / 1_000_000;
    }

    /** Patterns look for the interruption; what else computes for ever is left to itself. */
    private void giveUp() {
        thread.shutdownNow();
        lost.add(current);
        thread = thread();
    }

    private static RuntimeException failure(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return (RuntimeException) cause;
    }

    private ExecutorService thread() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(null, task, name, MOST_STACK);
            made.setDaemon(true);
            current = made;
            return made;
        });
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
