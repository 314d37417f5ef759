package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.TicketCodec;
import io.deskpulse.metrics.resolution.TicketEntry;
import io.deskpulse.metrics.resolution.TicketFacts;
import io.deskpulse.streaming.timeline.ShopKey;
import io.deskpulse.streaming.timeline.TimelineCodec;
import io.deskpulse.streaming.timeline.TimelineStateCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What is kept of a ticket; whom and what it is about is written once, not with each event. */
final class TicketTimelineCodec implements TimelineCodec<TicketEntry, TicketFacts> {

    @Override
    public String anchor(TicketEntry event) {
        return TicketCodec.anchor(event.subject());
    }

    @Override
    public void writeEntry(TicketEntry event, String subject, DataOutput out) throws IOException {
        TicketCodec.writeEntry(event, subject, out);
    }

    @Override
    public TicketEntry readEntry(String key, String subject, DataInput in) throws IOException {
        return TicketCodec.readEntry(ShopKey.shopId(key), ShopKey.id(key), subject, in);
    }

    @Override
    public void writeState(TicketFacts ticket, DataOutput out) throws IOException {
        TicketCodec.writeFacts(ticket, out);
    }

    @Override
    public TicketFacts readState(DataInput in) throws IOException {
        return TicketCodec.readFacts(in);
    }

    /** The state of a ticket's key; found by name when a job is restored. */
    public static final class State extends TimelineStateCodec<TicketFacts> {
        /** For Flink. */
        public State() {
            super(new TicketTimelineCodec());
        }
    }
}
