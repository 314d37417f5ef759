package io.deskpulse.streaming.hotspots.signals;

import io.deskpulse.metrics.complaints.contacts.ContactEvent;
import io.deskpulse.metrics.complaints.contacts.ContactEventForm;
import io.deskpulse.metrics.complaints.contacts.ContactSignalReader;
import io.deskpulse.metrics.complaints.contacts.ContactSignals;
import io.deskpulse.metrics.complaints.contacts.ContactSignalsForm;
import io.deskpulse.metrics.timeline.EventForm;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.StateForm;
import io.deskpulse.streaming.ticks.TickFamily;
import io.deskpulse.streaming.ticks.TickOutput;
import io.deskpulse.streaming.ticks.TickReader;

/**
 * Conversations: that they asked for a human, and complaints about them.
 *
 * @param groups of accounts
 * @param retention how long a silent conversation is kept
 */
public record ContactTicks(AgentGroups groups, Retention retention)
        implements TickFamily<ContactEvent, ContactSignals, ShopSignal> {
    @Override
    public TickReader<ContactEvent, ContactSignals, ShopSignal> reader() {
        return new Reader(new ContactSignalReader(groups::of));
    }

    @Override
    public EventForm<ContactEvent> events() {
        return ContactEventForm.INSTANCE;
    }

    @Override
    public StateForm<ContactSignals> states() {
        return ContactSignalsForm.INSTANCE;
    }

    private record Reader(ContactSignalReader contacts)
            implements TickReader<ContactEvent, ContactSignals, ShopSignal> {
        @Override
        public ContactSignals start() {
            return new ContactSignals();
        }

        @Override
        public boolean isAtRest(ContactSignals state) {
            return true;
        }

        @Override
        public boolean mayMatter(ContactSignals state, ContactEvent event) {
            return contacts.mayMatter(state, event);
        }

        @Override
        public void read(ContactSignals state, ContactEvent event, TickOutput<ShopSignal> out) {
            contacts.read(state, event, new ShopSignals(event.shopId(), out));
        }

        @Override
        public void readLate(ContactSignals state, ContactEvent event) {
            contacts.read(state, event, null);
        }
    }
}
