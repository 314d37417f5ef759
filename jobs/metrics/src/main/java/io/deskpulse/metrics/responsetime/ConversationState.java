package io.deskpulse.metrics.responsetime;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the automaton stands in one conversation: who is responsible now, and the days a later event may still change.
 *
 * <p>At most one round and one wait are open at any time; they are the last of their day.
 */
public final class ConversationState {
    boolean withRobot;
    String account;
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
