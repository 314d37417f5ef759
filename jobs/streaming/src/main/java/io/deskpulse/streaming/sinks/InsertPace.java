package io.deskpulse.streaming.sinks;

/**
 * When a writer may insert again: an interval after the insert before, or ten times as long as that took if this is later.
 *
 * <p>An insert has a price before its first row, so a server that slows down gets fewer and larger ones, and never the other way
 * round. A table that was quiet owes no wait. Instants are milliseconds of the wall clock.
 */
final class InsertPace {
    /** A writer spends at most one part in so many of its time in inserts. */
    private static final int PARTS = 10;

    /** However slow the server is, numbers do not get older than this on the writer's account. */
    private static final long LONGEST_MILLIS = 15_000;

    private final long intervalMillis;
    private long nextMillis = Long.MIN_VALUE;

    InsertPace(long intervalMillis) {
        this.intervalMillis = intervalMillis;
    }

    /** The first instant at which rows that begin to wait at {@code nowMillis} may go, if others are given {@code gatherMillis} to join. */
    long dueMillis(long nowMillis, long gatherMillis) {
        return Math.max(nextMillis, nowMillis + gatherMillis);
    }

    /** An insert began and ended. */
    void inserted(long beganMillis, long endedMillis) {
        long owed = Math.max(intervalMillis, PARTS * (endedMillis - beganMillis));
        nextMillis = beganMillis + Math.min(owed, Math.max(intervalMillis, LONGEST_MILLIS));
    }
}
