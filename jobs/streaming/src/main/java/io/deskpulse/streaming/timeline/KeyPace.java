package io.deskpulse.streaming.timeline;

/**
 * When the rows of touched keys leave: at once after a quiet while, else at the next beat, and the rarer the further the job is behind.
 *
 * <p>Beats are the multiples of an interval of the wall clock, so that all tasks send together and one insert takes it all: whatever
 * happens between two beats is then seen after the next, however lately its key was sent. A row tells all that is known of its key, so
 * rows that leave rarer are fewer for the same events: a job that is behind makes less work for ClickHouse, and itself, instead of
 * more. Instants are milliseconds of the wall clock.
 */
final class KeyPace {
    /** A message that waits in Kafka for less than this is not late: sources fetch in pieces. */
    private static final long KEEPS_UP_MILLIS = 2_000;

    /** However far the job is behind, what it knows is seen after this. */
    private static final long LONGEST_MILLIS = 15_000;

    private static final long NOTHING = Long.MIN_VALUE;

    private final long intervalMillis;
    private long appendedMillis = NOTHING;
    private long sentMillis = NOTHING;

    KeyPace(long intervalMillis) {
        this.intervalMillis = intervalMillis;
    }

    /** A message was taken in that Kafka has had since {@code sinceMillis}. */
    void takenIn(long sinceMillis) {
        appendedMillis = sinceMillis;
    }

    /** When to ask whether rows may leave, of keys that are first touched now. */
    long askMillis(long nowMillis) {
        return sentMillis == NOTHING || nowMillis - sentMillis >= intervalMillis ? nowMillis : nextBeat(nowMillis);
    }

    /** The beat after an instant. */
    long nextBeat(long nowMillis) {
        return (nowMillis / intervalMillis + 1) * intervalMillis;
    }

    /**
     * Whether rows may leave, which is told once: they do.
     *
     * @param askedMillis the instant that was to be asked at, now or lately
     */
    boolean send(long askedMillis, long nowMillis) {
        // A clock that was put back must not hold rows until it is where it was.
        boolean isDue =
                sentMillis == NOTHING || askedMillis < sentMillis || askedMillis - sentMillis >= waitMillis(nowMillis);
        if (isDue) {
            sentMillis = askedMillis;
        }
        return isDue;
    }

    /** Between two sets of rows, by the last message taken in since this was asked; where there was none, nothing is waiting. */
    private long waitMillis(long nowMillis) {
        long behindMillis = appendedMillis == NOTHING ? 0 : nowMillis - appendedMillis;
        appendedMillis = NOTHING;
        // Rows that left at once, between two beats, need not wait for the one after the next.
        return behindMillis <= KEEPS_UP_MILLIS ? intervalMillis / 2 : Math.min(behindMillis, LONGEST_MILLIS);
    }
}
