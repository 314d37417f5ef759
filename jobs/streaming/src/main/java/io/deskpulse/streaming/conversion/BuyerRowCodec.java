package io.deskpulse.streaming.conversion;

import io.deskpulse.metrics.conversion.BuyerFactsCodec;
import io.deskpulse.streaming.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Binary form of {@link BuyerRow}. */
public final class BuyerRowCodec implements Codec<BuyerRow> {

    @Override
    public void write(BuyerRow row, DataOutput out) throws IOException {
        out.writeUTF(row.shopId());
        out.writeUTF(row.buyerId());
        BuyerFactsCodec.write(row.facts(), out);
    }

    @Override
    public BuyerRow read(DataInput in) throws IOException {
        return new BuyerRow(in.readUTF(), in.readUTF(), BuyerFactsCodec.read(in));
    }
}
