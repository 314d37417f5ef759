package io.deskpulse.streaming.staffing.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Binary form of a split in checkpoints and messages. */
final class ShopSplitForm implements SimpleVersionedSerializer<ShopSplit> {
    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(ShopSplit split) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        write(split, out);
        return bytes.toByteArray();
    }

    @Override
    public ShopSplit deserialize(int version, byte[] bytes) throws IOException {
        return read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    static void write(ShopSplit split, DataOutputStream out) throws IOException {
        out.writeInt(split.number());
        out.writeInt(split.emitted());
        out.writeInt(split.shops().size());
        for (String shop : split.shops()) {
            out.writeUTF(shop);
        }
    }

    static ShopSplit read(DataInputStream in) throws IOException {
        int number = in.readInt();
        int emitted = in.readInt();
        int size = in.readInt();
        List<String> shops = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            shops.add(in.readUTF());
        }
        return new ShopSplit(number, shops, emitted);
    }
}
