package io.deskpulse.streaming.timeline;

/**
 * How long a busy key waits between two sets of rows: an interval while the job keeps up, and the longer the further it is behind.
 *
 * <p>A row tells all that is known of its key, so rows that leave rarer are fewer for the same events: a job that is behind makes less
 * work for ClickHouse, and itself, instead of more. Instants are milliseconds of the wall clock.
 */
final class KeyPace {
    /** A message that waits in Kafka for less than this is not late: sources fetch in pieces. */
    private static final long KEEPS_UP_MILLIS = 2_000;

    /** However far the job is behind, what it knows is seen after this. */
    private static final long LONGEST_MILLIS = 15_000;

    private static final long NOTHING = Long.MIN_VALUE;

    private final long intervalMillis;
    private long appendedMillis = NOTHING;

    KeyPace(long intervalMillis) {
        this.intervalMillis = intervalMillis;
    }

    /** A message was taken in that Kafka has had since {@code sinceMillis}. */
    void takenIn(long sinceMillis) {
        appendedMillis = sinceMillis;
    }

    /** The wait from now on, by the last message taken in since this was asked; where there was none, nothing is waiting. */
    long waitMillis(long nowMillis) {
        long behindMillis = appendedMillis == NOTHING ? 0 : nowMillis - appendedMillis;
        appendedMillis = NOTHING;
        if (behindMillis <= KEEPS_UP_MILLIS) {
            return intervalMillis;
        }
        return Math.max(intervalMillis, Math.min(behindMillis, LONGEST_MILLIS));
    }
}
