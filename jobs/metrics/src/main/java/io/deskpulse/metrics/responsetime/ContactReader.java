package io.deskpulse.metrics.responsetime;

import io.deskpulse.metrics.contacts.Moment;
import io.deskpulse.metrics.responsetime.ConversationEvent.Kind;

/**
 * What the events of a chat are to its contacts. A call is none: it begins and ends with the telephone.
 *
 * @param idleMillis how long after its last event a contact ends by itself
 */
record ContactReader(long idleMillis) {

    /**
     * Reads an event that the automaton has read.
     *
     * @param waiting whether the buyer was waiting for a person until then
     */
    void read(ConversationState state, DayFacts day, ConversationEvent event, boolean waiting) {
        if (event.channel() != Channel.CHAT) {
            return;
        } else if (event.kind() == Kind.CLOSED) {
            state.contacts.closed(event.timeMillis(), waiting);
            return;
        } else if (state.withRobot) {
            return;
        }
        Moment moment = new Moment(event.timeMillis(), state.account, event.isOfPeople(), waiting);
        state.contacts.happened(day.contacts, moment, idleMillis);
        Wait wait = state.openWait();
        if (wait != null) {
            state.contacts.asked(wait.openedAtMillis);
        }
        if (event.kind() == Kind.MESSAGE_SENT && event.sender().isPlatformValid()) {
            state.contacts.answered(event.timeMillis());
        }
    }
}
