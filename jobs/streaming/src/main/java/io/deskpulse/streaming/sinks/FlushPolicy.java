package io.deskpulse.streaming.sinks;

import java.io.Serializable;
import java.time.Duration;

/**
 * How rows are gathered into inserts: a full batch goes at once, anything else when {@link InsertPace} allows, and everything at a
 * checkpoint.
 *
 * @param writers tasks that write one table, each by inserts of its own, > 0; however many tasks make its rows
 * @param batchRows rows of one insert at most, > 0
 * @param interval rows leave about this often: a writer's inserts are at least half of it apart
 */
public record FlushPolicy(int writers, int batchRows, Duration interval) implements Serializable {
    /** A batch of rows that are far longer than usual must fit into memory too. */
    private static final int BATCH_BYTES = 16 << 20;

    /** Whether a batch waits for no more rows. */
    boolean isFull(int rows, int bytes) {
        return rows >= batchRows || bytes >= BATCH_BYTES;
    }
}
