package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.ContactCodec;
import io.deskpulse.metrics.resolution.ContactEntry;
import io.deskpulse.streaming.sources.LocatedCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Calls and promises on their way to their key. */
public final class ContactEntryCodec extends LocatedCodec<ContactEntry> {
    private static final String NOTHING_KNOWN = "";

    @Override
    protected void writeEvent(ContactEntry event, DataOutput out) throws IOException {
        out.writeUTF(event.shopId());
        out.writeUTF(event.conversationId());
        ContactCodec.writeEntry(event, NOTHING_KNOWN, out);
    }

    @Override
    protected ContactEntry readEvent(DataInput in) throws IOException {
        return ContactCodec.readEntry(in.readUTF(), in.readUTF(), NOTHING_KNOWN, in);
    }
}
