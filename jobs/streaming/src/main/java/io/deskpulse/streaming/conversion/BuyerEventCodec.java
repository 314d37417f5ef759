package io.deskpulse.streaming.conversion;

import io.deskpulse.metrics.conversion.BuyerCodec;
import io.deskpulse.metrics.conversion.BuyerEvent;
import io.deskpulse.streaming.sources.LocatedCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Buyer events on their way to their key. */
public final class BuyerEventCodec extends LocatedCodec<BuyerEvent> {
    private static final String UNKNOWN_SUBJECT = "";

    @Override
    protected void writeEvent(BuyerEvent event, DataOutput out) throws IOException {
        out.writeUTF(event.shopId());
        out.writeUTF(event.buyerId());
        BuyerCodec.writeEvent(event, UNKNOWN_SUBJECT, out);
    }

    @Override
    protected BuyerEvent readEvent(DataInput in) throws IOException {
        return BuyerCodec.readEvent(in.readUTF(), in.readUTF(), UNKNOWN_SUBJECT, in);
    }
}
