package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.TicketCodec;
import io.deskpulse.metrics.resolution.TicketEntry;
import io.deskpulse.streaming.sources.LocatedCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Ticket events on their way to their key. */
public final class TicketEntryCodec extends LocatedCodec<TicketEntry> {
    private static final String NOTHING_KNOWN = "";

    @Override
    protected void writeEvent(TicketEntry event, DataOutput out) throws IOException {
        out.writeUTF(event.shopId());
        out.writeUTF(event.ticketId());
        TicketCodec.writeEntry(event, NOTHING_KNOWN, out);
    }

    @Override
    protected TicketEntry readEvent(DataInput in) throws IOException {
        return TicketCodec.readEntry(in.readUTF(), in.readUTF(), NOTHING_KNOWN, in);
    }
}
