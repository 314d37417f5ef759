package io.deskpulse.metrics.resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * When a ticket was open and who was responsible for it, by which both can be told of any instant. Instants are milliseconds
 * since the epoch.
 *
 * <p>Grows with each reopening and each change of the account, not with each event.
 */
public final class TicketHistory {
    /**
     * A time during which the ticket was open or paused.
     *
     * @param fromMillis its opening or reopening; the first event while no opening is known
     * @param untilMillis its resolution or close, not before {@code fromMillis}; {@link TicketFacts#NONE} while there is none
     */
    public record Spell(long fromMillis, long untilMillis) {}

    /**
     * A change of the account responsible.
     *
     * @param atMillis when it was made
     * @param account who became responsible; null when nobody did
     */
    public record Assignment(long atMillis, String account) {}

    final List<Spell> spells = new ArrayList<>(1);
    final List<Assignment> assignments = new ArrayList<>(1);
    final List<Long> buyerReopenings = new ArrayList<>(0);

    TicketHistory() {}

    /** The spells in order, none overlapping; only the last may lack its end. */
    public List<Spell> spells() {
        return spells;
    }

    /** The changes in order; the last names the account responsible now. */
    public List<Assignment> assignments() {
        return assignments;
    }

    /** When the buyer opened it again after its end, or nobody knows who did, in order; also after it was merged into another. */
    public List<Long> buyerReopenings() {
        return buyerReopenings;
    }

    /** What seemed open before the opening was not. */
    void opened(long atMillis, boolean isOpen) {
        spells.clear();
        if (isOpen) {
            reopened(atMillis);
        }
    }

    void reopened(long atMillis) {
        spells.add(new Spell(atMillis, TicketFacts.NONE));
    }

    void ended(long atMillis) {
        int last = spells.size() - 1;
        spells.set(last, new Spell(spells.get(last).fromMillis(), atMillis));
    }

    void assigned(long atMillis, String account) {
        if (!Objects.equals(account, assignee())) {
            assignments.add(new Assignment(atMillis, account));
        }
    }

    String assignee() {
        return assignments.isEmpty()
                ? null
                : assignments.get(assignments.size() - 1).account();
    }
}
