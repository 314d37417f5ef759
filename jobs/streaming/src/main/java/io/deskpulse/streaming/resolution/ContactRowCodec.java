package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.ContactCodec;
import io.deskpulse.streaming.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Binary form of {@link ContactRow}. */
public final class ContactRowCodec implements Codec<ContactRow> {

    @Override
    public void write(ContactRow row, DataOutput out) throws IOException {
        out.writeUTF(row.shopId());
        out.writeUTF(row.conversationId());
        out.writeLong(row.version());
        ContactCodec.writeFacts(row.facts(), out);
    }

    @Override
    public ContactRow read(DataInput in) throws IOException {
        return new ContactRow(in.readUTF(), in.readUTF(), in.readLong(), ContactCodec.readFacts(in));
    }
}
