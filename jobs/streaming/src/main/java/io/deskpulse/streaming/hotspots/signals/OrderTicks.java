package io.deskpulse.streaming.hotspots.signals;

import io.deskpulse.metrics.complaints.ComplaintEvent;
import io.deskpulse.metrics.complaints.ComplaintEventForm;
import io.deskpulse.metrics.complaints.OrderSignalReader;
import io.deskpulse.metrics.complaints.OrderSignals;
import io.deskpulse.metrics.complaints.OrderSignalsForm;
import io.deskpulse.metrics.complaints.contacts.ContactEvent;
import io.deskpulse.metrics.timeline.EventForm;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.StateForm;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import io.deskpulse.streaming.ticks.TickFamily;
import io.deskpulse.streaming.ticks.TickOutput;
import io.deskpulse.streaming.ticks.TickReader;
import io.deskpulse.streaming.timeline.Located;
import org.apache.flink.util.OutputTag;

/**
 * Orders: parcels handed over, lines signed, complaints; those about the service in a conversation go aside to it.
 *
 * @param taxonomy reasons by their places
 * @param retention how long a silent order is kept
 */
public record OrderTicks(ReasonTaxonomy taxonomy, Retention retention)
        implements TickFamily<ComplaintEvent, OrderSignals, ShopSignal> {
    /** Complaints about the service in a conversation. */
    public static final OutputTag<Located<ContactEvent>> OF_CONVERSATIONS =
            new OutputTag<>("complaints-of-conversations", ContactEvents.TYPE);

    @Override
    public TickReader<ComplaintEvent, OrderSignals, ShopSignal> reader() {
        return new Reader(new OrderSignalReader(taxonomy.reasons()));
    }

    @Override
    public EventForm<ComplaintEvent> events() {
        return ComplaintEventForm.INSTANCE;
    }

    @Override
    public StateForm<OrderSignals> states() {
        return OrderSignalsForm.INSTANCE;
    }

    private record Reader(OrderSignalReader orders) implements TickReader<ComplaintEvent, OrderSignals, ShopSignal> {
        @Override
        public OrderSignals start() {
            return new OrderSignals();
        }

        @Override
        public boolean isAtRest(OrderSignals state) {
            return state.isAtRest();
        }

        @Override
        public void read(OrderSignals state, ComplaintEvent event, TickOutput<ShopSignal> out) {
            orders.read(state, event, new ShopSignals(event.shopId(), out));
        }

        @Override
        public void readLate(OrderSignals state, ComplaintEvent event) {
            orders.read(state, event, null);
        }
    }
}
