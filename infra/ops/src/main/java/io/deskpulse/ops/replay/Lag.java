package io.deskpulse.ops.replay;

/**
 * How far the rows are behind Kafka, over all partitions that jobs read.
 *
 * @param sent messages in the topics
 * @param reflected messages that are rows in ClickHouse, or dead letters
 */
public record Lag(long sent, long reflected) {
    /** Messages that are not yet rows. */
    public long events() {
        return sent - reflected;
    }

    /** Whether every message is a row or a dead letter. */
    public boolean isNone() {
        return reflected >= sent;
    }
}
