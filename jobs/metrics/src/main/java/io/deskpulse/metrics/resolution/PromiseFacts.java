package io.deskpulse.metrics.resolution;

/**
 * What one conversation tells of one promise: its making, its keeping, or both. Instants are milliseconds since the epoch,
 * {@link TicketFacts#NONE} when there is none.
 */
public final class PromiseFacts {
    final String promiseId;
    String account;
    String kind;
    long madeMillis = TicketFacts.NONE;
    long dueMillis = TicketFacts.NONE;
    long keptMillis = TicketFacts.NONE;
    int epochDay;

    PromiseFacts(String promiseId) {
        this.promiseId = promiseId;
    }

    /** The promise, unique within the shop. */
    public String promiseId() {
        return promiseId;
    }

    /** The account that owes it; null when it was not made in this conversation. */
    public String account() {
        return account;
    }

    /** FOLLOW_UP or CALL_BACK; null when it was not made in this conversation. */
    public String kind() {
        return kind;
    }

    /** When it was made. */
    public long madeMillis() {
        return madeMillis;
    }

    /** When it is due. */
    public long dueMillis() {
        return dueMillis;
    }

    /** When it was first kept, as this conversation tells it. */
    public long keptMillis() {
        return keptMillis;
    }

    /** The shop's calendar day of the making, else of the keeping; days since 1970-01-01. */
    public int epochDay() {
        return epochDay;
    }
}
