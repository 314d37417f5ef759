package io.deskpulse.streaming.responsetime;

import io.deskpulse.metrics.responsetime.ConversationCodec;
import io.deskpulse.streaming.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Binary form of {@link ConversationDay}; it only travels, so that no checkpoint holds rows of an older release. */
public final class ConversationDayCodec implements Codec<ConversationDay> {

    @Override
    public void write(ConversationDay row, DataOutput out) throws IOException {
        out.writeUTF(row.shopId());
        out.writeUTF(row.conversationId());
        out.writeLong(row.version());
        ConversationCodec.writeDay(row.facts(), out);
    }

    @Override
    public ConversationDay read(DataInput in) throws IOException {
        return new ConversationDay(in.readUTF(), in.readUTF(), in.readLong(), ConversationCodec.readDay(in));
    }
}
