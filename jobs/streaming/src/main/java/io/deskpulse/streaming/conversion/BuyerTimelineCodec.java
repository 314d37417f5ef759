package io.deskpulse.streaming.conversion;

import io.deskpulse.metrics.conversion.BuyerCodec;
import io.deskpulse.metrics.conversion.BuyerEvent;
import io.deskpulse.metrics.conversion.BuyerState;
import io.deskpulse.streaming.timeline.ShopKey;
import io.deskpulse.streaming.timeline.TimelineCodec;
import io.deskpulse.streaming.timeline.TimelineStateCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What is kept of a buyer; the conversation or order of the first event, often that of most, is written once. */
final class BuyerTimelineCodec implements TimelineCodec<BuyerEvent, BuyerState> {

    @Override
    public String anchor(BuyerEvent event) {
        return event.subject();
    }

    @Override
    public void writeEntry(BuyerEvent event, String firstSubject, DataOutput out) throws IOException {
        BuyerCodec.writeEvent(event, firstSubject, out);
    }

    @Override
    public BuyerEvent readEntry(String key, String firstSubject, DataInput in) throws IOException {
        return BuyerCodec.readEvent(ShopKey.shopId(key), ShopKey.id(key), firstSubject, in);
    }

    @Override
    public void writeState(BuyerState state, DataOutput out) throws IOException {
        BuyerCodec.writeState(state, out);
    }

    @Override
    public BuyerState readState(DataInput in) throws IOException {
        return BuyerCodec.readState(in);
    }

    /** The state of a buyer's key; found by name when a job is restored. */
    public static final class State extends TimelineStateCodec<BuyerState> {
        /** For Flink. */
        public State() {
            super(new BuyerTimelineCodec());
        }
    }
}
