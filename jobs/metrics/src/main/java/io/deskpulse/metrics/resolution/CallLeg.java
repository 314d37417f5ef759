package io.deskpulse.metrics.resolution;

/**
 * The time in which one account held the line of a call.
 *
 * @param account who talked; never null
 * @param fromMillis answer or transfer, milliseconds since the epoch
 * @param untilMillis transfer, a colleague's answer or release, not before {@code fromMillis}; {@link TicketFacts#NONE} while it goes on
 */
public record CallLeg(String account, long fromMillis, long untilMillis) {

    boolean isOpen() {
        return untilMillis == TicketFacts.NONE;
    }

    CallLeg until(long atMillis) {
        return new CallLeg(account, fromMillis, atMillis);
    }
}
