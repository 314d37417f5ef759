package io.deskpulse.imports.input;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.ops.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Hands what is read to another thread, in order, so that reading and telling what it is go side by side. That thread can be given up:
 * a mapping of the user's own may match for ever while it tells what a record is, and no template can be interrupted.
 *
 * <p>For one thread that reads.
 */
public final class Handover implements RecordSink, AutoCloseable {
    private static final int MOST_RECORDS = 64;
    private static final long MOST_BYTES = 256L << 10;
    private static final int MOST_BATCHES = 4;
    private static final long LOOK_MILLIS = 200;
    private static final long STACK = 4L << 20;

    private final RecordSink sink;
    private final LongSupplier position;
    private final long mostMillis;
    private final BlockingQueue<List<Found>> queue = new ArrayBlockingQueue<>(MOST_BATCHES);
    private final Thread thread;
    private List<Found> batch = new ArrayList<>(MOST_RECORDS);
    private long batchBegun;
    private long handed;
    private volatile long done;
    private volatile long since;
    private volatile Place at;
    private volatile Throwable failure;

    /** An object, or why there is none. */
    private record Found(ObjectNode object, Place place, String problem) {}

    /**
     * To a sink, which is only called by that thread.
     *
     * @param position bytes read so far, so that little is held however large records are
     * @param mostMillis that a record may take, what is written to the disk meanwhile included
     */
    public Handover(RecordSink sink, LongSupplier position, long mostMillis) {
        this.sink = sink;
        this.position = position;
        this.mostMillis = mostMillis;
        thread = new Thread(null, this::take, "import-records", STACK);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void object(ObjectNode object, Place place) {
        add(new Found(object, place, null));
    }

    @Override
    public void unreadable(Place place, String problem) {
        add(new Found(null, place, problem));
    }

    private void add(Found found) {
        if (batch.isEmpty()) {
            batchBegun = position.getAsLong();
        }
        batch.add(found);
        if (batch.size() == MOST_RECORDS || position.getAsLong() - batchBegun > MOST_BYTES) {
            hand();
        }
    }

    private void hand() {
        try {
            while (!queue.offer(batch, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
            look();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        handed++;
        batch = new ArrayList<>(MOST_RECORDS);
    }

    /**
     * Returns when all has been taken.
     *
     * @throws UserError when a record takes too long
     */
    public void finish() {
        if (!batch.isEmpty()) {
            hand();
        }
        synchronized (queue) {
            while (done < handed) {
                try {
                    queue.wait(LOOK_MILLIS);
                } catch (InterruptedException e) {
                    throw interrupted(e);
                }
                look();
            }
        }
        look();
    }

    private void take() {
        try {
            while (true) {
                for (Found found : queue.take()) {
                    since = System.nanoTime();
                    at = found.place();
                    if (found.object() == null) {
                        sink.unreadable(found.place(), found.problem());
                    } else {
                        sink.object(found.object(), found.place());
                    }
                }
                at = null;
                synchronized (queue) {
                    done++;
                    queue.notifyAll();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void look() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        Place place = at;
        if (place != null && System.nanoTime() - since > mostMillis * 1_000_000) {
            throw new UserError("The mapping takes more than " + mostMillis / 1_000 + " s to tell what the record at "
                    + place + " is.");
        }
    }

    private static UserError interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new UserError("Interrupted while reading.", e);
    }

    /** Ends the thread, unless it is in a record that takes for ever: it does not keep the program. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
