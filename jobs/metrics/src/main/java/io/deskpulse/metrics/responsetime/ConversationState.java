package io.deskpulse.metrics.responsetime;

import io.deskpulse.metrics.contacts.ContactCourse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the automaton stands in one conversation: who is responsible now, and the days a later event may still change.
 *
 * <p>At most one round and one wait are open at any time; they are the last of their day.
 */
public final class ConversationState {
    /** How old an invitation may be that a rating answers (docs/metrics.md, ratings). */
    private static final long INVITATION_MILLIS = Duration.ofHours(48).toMillis();

    boolean withRobot;
    boolean robotOpened;
    /** Whether any day was told. */
    boolean begun;

    String account;
    /** The latest invitation to rate, and its day; {@link DayFacts#NONE} when there was none. */
    long invitedAtMillis = DayFacts.NONE;

    int invitedDay;
    final ContactCourse contacts = new ContactCourse();
    final List<DayFacts> days = new ArrayList<>(1);

    Round openRound() {
        for (int i = days.size() - 1; i >= 0; i--) {
            Round last = DayFacts.lastOf(days.get(i).rounds);
            if (last != null && last.isOpen()) {
                return last;
            }
        }
        return null;
    }

    /** The day that an invitation lies on which a rating at {@code atMillis} answers; null when it answers none. */
    DayFacts invitationAnsweredAt(long atMillis) {
        if (!isInvited(atMillis)) {
            return null;
        }
        for (DayFacts day : days) {
            if (day.epochDay == invitedDay) {
                return day;
            }
        }
        return null;
    }

    /** Whether no later event can change what this day says, given that one at {@code nowMillis}, of a later day, is known. */
    boolean isOver(DayFacts day, long nowMillis) {
        return day.isSettled()
                && !day.isRated()
                && !(day.epochDay == invitedDay && isInvited(nowMillis))
                && !contacts.mayChange(day.contacts, nowMillis, openWait() != null);
    }

    private boolean isInvited(long atMillis) {
        return invitedAtMillis != DayFacts.NONE && atMillis - invitedAtMillis <= INVITATION_MILLIS;
    }

    Wait openWait() {
        for (int i = days.size() - 1; i >= 0; i--) {
            Wait last = DayFacts.lastOf(days.get(i).waits);
            if (last != null && last.isOpen()) {
                return last;
            }
        }
        return null;
    }
}
