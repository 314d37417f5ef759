package io.deskpulse.streaming.sinks;

/**
 * When a writer may insert again: half an interval after the insert before, or ten times its price if this is later.
 *
 * <p>An insert has a price before its first row, so a server that slows down gets fewer and larger ones, and never the other way
 * round. What rows cost themselves they cost however few inserts they come in: a wait for that would only make numbers older, and the
 * batch behind it larger, and so the next wait. A table that was quiet owes no wait. Instants are milliseconds of the wall clock.
 */
final class InsertPace {
    /** A writer spends at most one part in so many of its time on what inserts cost beside their rows. */
    private static final int PARTS = 10;

    /** An insert costs about as much before its first row as so many rows do (16 ms and 17 µs of processor, measured). */
    private static final int PRICE_IN_ROWS = 1_000;

    /** However slow the server is, numbers do not get older than this on the writer's account. */
    private static final long LONGEST_MILLIS = 15_000;

    /** Half an interval: what leaves with one beat may straggle in, which must not make the next beat wait. */
    private final long apartMillis;

    private long nextMillis = Long.MIN_VALUE;

    InsertPace(long intervalMillis) {
        this.apartMillis = intervalMillis / 2;
    }

    /** The first instant at which rows that begin to wait at {@code nowMillis} may go, if others are given {@code gatherMillis} to join. */
    long dueMillis(long nowMillis, long gatherMillis) {
        // Further ahead than any wait is an instant of a clock that was put back since.
        boolean isOwed = nextMillis <= nowMillis + longestMillis();
        return isOwed ? Math.max(nextMillis, nowMillis + gatherMillis) : nowMillis + gatherMillis;
    }

    /** An insert of at least one row began and ended. */
    void inserted(long beganMillis, long endedMillis, int rows) {
        long priceMillis = (endedMillis - beganMillis) * PRICE_IN_ROWS / (PRICE_IN_ROWS + rows);
        long owed = Math.max(apartMillis, PARTS * priceMillis);
        nextMillis = beganMillis + Math.min(owed, longestMillis());
    }

    private long longestMillis() {
        return Math.max(apartMillis, LONGEST_MILLIS);
    }
}
