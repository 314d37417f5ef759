package io.deskpulse.metrics.responsetime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What the buyer felt: from the first question to a person until a person answers, whoever it is (docs/metrics.md).
 *
 * <p>Instants are milliseconds since the epoch, {@link DayFacts#NONE} when there is none.
 */
public final class Wait {
    final List<Handover> handovers = new ArrayList<>(0);
    long openedAtMillis;
    String account;
    long answeredAtMillis = DayFacts.NONE;
    int answeredDay;
    String answeredBy;
    long closedAtMillis = DayFacts.NONE;

    Wait(long openedAtMillis, String account) {
        this.openedAtMillis = openedAtMillis;
        this.account = account;
    }

    /** When the buyer began to wait. */
    public long openedAtMillis() {
        return openedAtMillis;
    }

    /** The account responsible when it opened; null while queued. */
    public String account() {
        return account;
    }

    /** Who became responsible while it was open, in order; two in a row always differ. */
    public List<Handover> handovers() {
        return handovers;
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

    /** When the conversation was closed over it. */
    public long closedAtMillis() {
        return closedAtMillis;
    }

    /** Whether the buyer still waits. */
    public boolean isOpen() {
        return answeredAtMillis == DayFacts.NONE && closedAtMillis == DayFacts.NONE;
    }

    /** Notes who is responsible at an instant while it is open. */
    void ownedBy(String responsible, long atMillis) {
        Handover last = DayFacts.lastOf(handovers);
        if (!Objects.equals(last == null ? account : last.account(), responsible)) {
            handovers.add(new Handover(atMillis, responsible));
        }
    }
}
