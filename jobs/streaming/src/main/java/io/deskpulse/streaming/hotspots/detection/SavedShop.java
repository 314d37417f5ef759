package io.deskpulse.streaming.hotspots.detection;

import io.deskpulse.metrics.hotspots.ShopHotspots;
import io.deskpulse.metrics.hotspots.ShopHotspotsForm;
import io.deskpulse.streaming.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * A shop's hotspots as checkpoints keep them: bytes, as only the operator knows the settings that make a shop of them.
 *
 * @param form in {@link ShopHotspotsForm}
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record SavedShop(byte[] form) {
    private static final int FIRST_BYTES = 1 << 14;
    private static final int CHUNK_BYTES = 1 << 20;

    static SavedShop of(ShopHotspots shop) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(FIRST_BYTES);
        ShopHotspotsForm.write(shop, out);
        return new SavedShop(out.getCopyOfBuffer());
    }

    /** Makes a shop of which nothing is known yet the one that was saved. */
    void restore(ShopHotspots shop) throws IOException {
        ShopHotspotsForm.read(shop, new DataInputDeserializer(form));
    }

    /** Binary form of a saved shop. */
    static final class Form implements Codec<SavedShop> {
        @Override
        public String id() {
            return ShopHotspotsForm.ID.toString();
        }

        @Override
        public void write(SavedShop shop, DataOutput out) throws IOException {
            out.writeInt(shop.form.length);
            out.write(shop.form);
        }

        /** A length that lies runs out of input before it costs memory. */
        @Override
        public SavedShop read(DataInput in) throws IOException {
            int length = in.readInt();
            DataOutputSerializer form = new DataOutputSerializer(Math.max(1, Math.min(length, CHUNK_BYTES)));
            for (int left = length; left > 0; ) {
                byte[] chunk = new byte[Math.min(left, CHUNK_BYTES)];
                in.readFully(chunk);
                form.write(chunk);
                left -= chunk.length;
            }
            return new SavedShop(form.getCopyOfBuffer());
        }
    }
}
