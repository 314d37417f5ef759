package io.deskpulse.streaming.responsetime;

import io.deskpulse.metrics.responsetime.ConversationCodec;
import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.streaming.sources.LocatedCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Conversation events on their way to their key. */
public final class ConversationEventCodec extends LocatedCodec<ConversationEvent> {
    private static final String UNKNOWN_BUYER = "";

    @Override
    protected void writeEvent(ConversationEvent event, DataOutput out) throws IOException {
        out.writeUTF(event.shopId());
        out.writeUTF(event.conversationId());
        ConversationCodec.writeEvent(event, UNKNOWN_BUYER, out);
    }

    @Override
    protected ConversationEvent readEvent(DataInput in) throws IOException {
        return ConversationCodec.readEvent(in.readUTF(), in.readUTF(), UNKNOWN_BUYER, in);
    }
}
