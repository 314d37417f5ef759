package io.deskpulse.streaming.sinks;

import java.io.Serializable;
import java.time.Duration;

/**
 * When rows that wait go out: a full batch at once, anything else at the next look, and everything at a checkpoint.
 *
 * @param batchRows rows of one insert at most, > 0
 * @param interval how long a row waits for others at most
 */
public record FlushPolicy(int batchRows, Duration interval) implements Serializable {
    /** A batch of rows that are far longer than usual must fit into memory too. */
    private static final int BATCH_BYTES = 16 << 20;

    /** Whether a batch waits for no more rows. */
    boolean isFull(int rows, int bytes) {
        return rows >= batchRows || bytes >= BATCH_BYTES;
    }
}
