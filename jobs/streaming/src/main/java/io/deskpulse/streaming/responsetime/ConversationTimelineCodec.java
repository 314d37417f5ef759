package io.deskpulse.streaming.responsetime;

import io.deskpulse.metrics.responsetime.ConversationCodec;
import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.ConversationState;
import io.deskpulse.streaming.codec.Codec;
import io.deskpulse.streaming.timeline.ShopKey;
import io.deskpulse.streaming.timeline.TimelineCodec;
import io.deskpulse.streaming.timeline.TimelineStateCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What is kept of a conversation; its buyer is written once, not with each event. */
final class ConversationTimelineCodec implements TimelineCodec<ConversationEvent, ConversationState> {
    static final ConversationTimelineCodec CURRENT = new ConversationTimelineCodec(true);

    private final boolean withContacts;

    private ConversationTimelineCodec(boolean withContacts) {
        this.withContacts = withContacts;
    }

    @Override
    public String anchor(ConversationEvent event) {
        return event.buyerId();
    }

    @Override
    public void writeEntry(ConversationEvent event, String buyerId, DataOutput out) throws IOException {
        ConversationCodec.writeEvent(event, buyerId, out);
    }

    @Override
    public ConversationEvent readEntry(String key, String buyerId, DataInput in) throws IOException {
        return ConversationCodec.readEvent(ShopKey.shopId(key), ShopKey.id(key), buyerId, in);
    }

    @Override
    public void writeState(ConversationState state, DataOutput out) throws IOException {
        if (withContacts) {
            ConversationCodec.writeState(state, out);
        } else {
            ConversationCodec.writeStateWithoutContacts(state, out);
        }
    }

    @Override
    public ConversationState readState(DataInput in) throws IOException {
        return withContacts ? ConversationCodec.readState(in) : ConversationCodec.readStateWithoutContacts(in);
    }

    /** The state of a conversation's key; found by name when a job is restored. */
    public static final class StateWithContacts extends TimelineStateCodec<ConversationState> {
        /** For Flink. */
        public StateWithContacts() {
            super(CURRENT);
        }

        @Override
        public boolean replaces(Codec<?> older) {
            return older instanceof State;
        }
    }

    /**
     * The same as releases wrote it that did not keep when the buyer turned to the shop. Of a conversation restored from it they are known
     * from its next event on, which reads all its events anew; the rows of one that has no further event stay as they are.
     */
    public static final class State extends TimelineStateCodec<ConversationState> {
        /** For Flink. */
        public State() {
            super(new ConversationTimelineCodec(false));
        }
    }
}
