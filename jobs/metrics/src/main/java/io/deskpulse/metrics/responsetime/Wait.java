package io.deskpulse.metrics.responsetime;

/**
 * What the buyer felt: from the first question to a person until a person answers, whoever it is (METRICS section 3).
 *
 * <p>Instants are milliseconds since the epoch, {@link DayFacts#NONE} when there is none.
 */
public final class Wait {
    final long openedAtMillis;
    long answeredAtMillis = DayFacts.NONE;
    int answeredDay;
    String answeredBy;
    boolean closed;

    Wait(long openedAtMillis) {
        this.openedAtMillis = openedAtMillis;
    }

    /** When the buyer began to wait. */
    public long openedAtMillis() {
        return openedAtMillis;
    }

    /** When a person answered. */
    public long answeredAtMillis() {
        return answeredAtMillis;
    }

    /** The shop's calendar day of the answer, in days since 1970-01-01; 0 when there is none. */
    public int answeredDay() {
        return answeredDay;
    }

    /** The account that answered; null when nobody did or it is unknown. */
    public String answeredBy() {
        return answeredBy;
    }

    /** Whether the conversation was closed over it. */
    public boolean isClosed() {
        return closed;
    }

    /** Whether the buyer still waits. */
    public boolean isOpen() {
        return answeredAtMillis == DayFacts.NONE && !closed;
    }
}
