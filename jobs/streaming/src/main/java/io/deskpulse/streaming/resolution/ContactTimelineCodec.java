package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.ContactCodec;
import io.deskpulse.metrics.resolution.ContactEntry;
import io.deskpulse.metrics.resolution.ContactFacts;
import io.deskpulse.streaming.timeline.ShopKey;
import io.deskpulse.streaming.timeline.TimelineCodec;
import io.deskpulse.streaming.timeline.TimelineStateCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What is kept of a conversation's call and promises; the buyer is written once, not with each event. */
final class ContactTimelineCodec implements TimelineCodec<ContactEntry, ContactFacts> {

    @Override
    public String anchor(ContactEntry event) {
        return event.buyerId();
    }

    @Override
    public void writeEntry(ContactEntry event, String buyerId, DataOutput out) throws IOException {
        ContactCodec.writeEntry(event, buyerId, out);
    }

    @Override
    public ContactEntry readEntry(String key, String buyerId, DataInput in) throws IOException {
        return ContactCodec.readEntry(ShopKey.shopId(key), ShopKey.id(key), buyerId, in);
    }

    @Override
    public void writeState(ContactFacts contact, DataOutput out) throws IOException {
        ContactCodec.writeFacts(contact, out);
    }

    @Override
    public ContactFacts readState(DataInput in) throws IOException {
        return ContactCodec.readFacts(in);
    }

    /** The state of a conversation's key; found by name when a job is restored. */
    public static final class State extends TimelineStateCodec<ContactFacts> {
        /** For Flink. */
        public State() {
            super(new ContactTimelineCodec());
        }
    }
}
