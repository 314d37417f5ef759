package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.TicketCodec;
import io.deskpulse.streaming.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Binary form of {@link TicketRow}. */
public final class TicketRowCodec implements Codec<TicketRow> {

    @Override
    public void write(TicketRow row, DataOutput out) throws IOException {
        out.writeUTF(row.shopId());
        out.writeUTF(row.ticketId());
        out.writeLong(row.version());
        TicketCodec.writeFacts(row.facts(), out);
    }

    @Override
    public TicketRow read(DataInput in) throws IOException {
        return new TicketRow(in.readUTF(), in.readUTF(), in.readLong(), TicketCodec.readFacts(in));
    }
}
