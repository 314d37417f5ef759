package io.deskpulse.streaming.hotspots.signals;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.hotspots.SignalForm;
import io.deskpulse.streaming.codec.Codec;
import io.deskpulse.streaming.codec.CodecTypeInfo;
import io.deskpulse.streaming.codec.FormCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Binary form of signals on their way to their shop. */
public final class ShopSignalCodec extends FormCodec<ShopSignal> {
    /** The type of a stream of signals. */
    public static final CodecTypeInfo<ShopSignal> TYPE = CodecTypeInfo.of(ShopSignal.class, new ShopSignalCodec());

    private static final FormId ID = new FormId("shop-signal", 1);

    private static final int SHOP = 1;
    private static final int SIGNAL = 2;

    @Override
    public String id() {
        return ID.toString();
    }

    @Override
    protected FormId form() {
        return ID;
    }

    @Override
    public Codec<ShopSignal> duplicate() {
        return new ShopSignalCodec();
    }

    @Override
    public void write(ShopSignal signal, DataOutput out) throws IOException {
        FormWriter form = begin();
        form.text(SHOP, signal.shopId());
        form.group(SIGNAL);
        SignalForm.write(signal.signal(), form);
        form.end();
        form.writeFramed(out);
    }

    @Override
    public ShopSignal read(DataInput in) throws IOException {
        FormReader form = begin(in);
        String shopId = "";
        ShopSignal signal = null;
        for (int tag = form.next(); tag != FormReader.END; tag = form.next()) {
            switch (tag) {
                case SHOP -> shopId = form.word();
                case SIGNAL -> {
                    form.group();
                    signal = new ShopSignal(shopId, SignalForm.read(form));
                }
                default -> {}
            }
        }
        if (signal == null) {
            throw form.damaged("there is no signal in it");
        }
        return signal;
    }
}
