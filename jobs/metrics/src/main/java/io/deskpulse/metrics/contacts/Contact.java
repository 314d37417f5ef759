package io.deskpulse.metrics.contacts;

/**
 * A contact: what a buyer and the shop's people have to do with each other in a conversation, from its first event with people until
 * somebody closes it or nothing has happened for a while (docs/metrics.md, staffing).
 *
 * <p>Its end is known ahead: it ends by itself unless something happens before. While the buyer waits for a person it goes on all the
 * same, but a silence in which it would have ended is nobody's work. Instants are milliseconds since the epoch, {@link #NONE} when
 * there is none.
 */
public final class Contact {
    /** Stands for "no such instant". */
    public static final long NONE = Long.MIN_VALUE;

    long arrivedAtMillis;
    long endsAtMillis;
    boolean closed;
    /** Length of the stretches of work before the last. */
    long earlierMillis;

    /** Begin of the last stretch of work. */
    long stretchFromMillis;

    long askedAtMillis = NONE;
    long answeredAtMillis = NONE;

    Contact(long arrivedAtMillis) {
        this.arrivedAtMillis = arrivedAtMillis;
        this.endsAtMillis = arrivedAtMillis;
        this.stretchFromMillis = arrivedAtMillis;
    }

    /** Its first event. */
    public long arrivedAtMillis() {
        return arrivedAtMillis;
    }

    /** When it was closed, else when it ends by itself. */
    public long endsAtMillis() {
        return endsAtMillis;
    }

    /** Whether somebody closed it. */
    public boolean isClosed() {
        return closed;
    }

    /** Its length without the silences in which it had ended by itself, milliseconds. */
    public long handleMillis() {
        return earlierMillis + endsAtMillis - stretchFromMillis;
    }

    /** When the buyer first waited for a person in it. */
    public long askedAtMillis() {
        return askedAtMillis;
    }

    /** The first reply of an account in it. */
    public long answeredAtMillis() {
        return answeredAtMillis;
    }

    /** Whether something that happens at an instant belongs to it. */
    boolean isOpenAt(long atMillis, boolean waiting) {
        return !closed && (waiting || atMillis <= endsAtMillis);
    }

    /** It goes on with what happens at an instant: a silence before that is nobody's work. */
    void workedAt(long atMillis) {
        if (atMillis > endsAtMillis) {
            earlierMillis += endsAtMillis - stretchFromMillis;
            stretchFromMillis = atMillis;
        }
    }
}
