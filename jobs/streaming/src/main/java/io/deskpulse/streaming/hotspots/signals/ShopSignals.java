package io.deskpulse.streaming.hotspots.signals;

import io.deskpulse.metrics.complaints.SignalListener;
import io.deskpulse.metrics.complaints.contacts.ContactEvent;
import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.Exposure;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import io.deskpulse.streaming.ticks.TickOutput;
import io.deskpulse.streaming.timeline.Located;

/** Sends what the automata tell of one shop to where it belongs. */
record ShopSignals(String shopId, TickOutput<ShopSignal> out) implements SignalListener {
    @Override
    public void exposed(long timeMillis, ExposureType type, Dimension dimension, String value, int count) {
        out.collect(new ShopSignal(shopId, new Exposure(timeMillis, type, dimension, value, count)));
    }

    @Override
    public void complained(Complaint complaint) {
        out.collect(new ShopSignal(shopId, complaint));
    }

    /** A complaint lies in no topic, so the place that it is said to have means nothing. */
    @Override
    public void complainedIn(String conversationId, Complaint complaint) {
        ContactEvent event = new ContactEvent(
                shopId,
                conversationId,
                complaint.eventId(),
                complaint.timeMillis(),
                ContactEvent.Kind.COMPLAINED,
                null,
                null,
                complaint);
        out.aside(OrderTicks.OF_CONVERSATIONS, new Located<>(event, 0, 0));
    }

    @Override
    public void unmapped() {
        out.count("unmappedComplaints");
    }
}
