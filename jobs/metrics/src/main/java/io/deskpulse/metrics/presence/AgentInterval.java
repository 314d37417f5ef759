package io.deskpulse.metrics.presence;

/**
 * What one event of an account began or planned: one row.
 *
 * <p>Instants are milliseconds since the epoch.
 *
 * @param epochDay the shop's calendar day on which it begins, in days since 1970-01-01
 * @param dayEndsMillis end of that day on the clock of the shop
 * @param eventId the event
 * @param kind what the account is, or is planned to be, meanwhile
 * @param fromMillis begin
 * @param untilMillis the next presence event, or the end of the shift; {@link #NONE} while no next event is known
 * @param believedUntilMillis the end of it that is believed whatever comes or does not come after it
 * @param toldMillis when the event happened, of a shift when it was planned; {@link #NONE} in rows of before that was kept
 */
public record AgentInterval(
        int epochDay,
        long dayEndsMillis,
        String eventId,
        Kind kind,
        long fromMillis,
        long untilMillis,
        long believedUntilMillis,
        long toldMillis) {
    /** Stands for "no such instant". */
    public static final long NONE = Long.MIN_VALUE;

    /** What an account is meanwhile. */
    public enum Kind {
        /** On line, and takes contacts. */
        ONLINE,
        /** On line, and takes none. */
        SUSPENDED,
        /** Off line. */
        OFFLINE,
        /** Planned to work. */
        PLANNED
    }

    /** The same, ended by the next presence event. */
    AgentInterval endedAt(long millis) {
        return new AgentInterval(
                epochDay, dayEndsMillis, eventId, kind, fromMillis, millis, believedUntilMillis, toldMillis);
    }
}
