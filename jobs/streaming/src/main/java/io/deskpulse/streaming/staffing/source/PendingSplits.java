package io.deskpulse.streaming.staffing.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Splits that no reader has yet.
 *
 * @param found whether the shops were asked for; a restart does not ask again, or shops that came since would be read by some runs only
 * @param splits in order
 */
public record PendingSplits(boolean found, List<ShopSplit> splits) {
    /** Copies the list. */
    public PendingSplits {
        splits = List.copyOf(splits);
    }

    /** Its binary form in checkpoints. */
    static final class Form implements SimpleVersionedSerializer<PendingSplits> {
        private static final int VERSION = 1;

        @Override
        public int getVersion() {
            return VERSION;
        }

        @Override
        public byte[] serialize(PendingSplits pending) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeBoolean(pending.found);
            out.writeInt(pending.splits.size());
            for (ShopSplit split : pending.splits) {
                ShopSplitForm.write(split, out);
            }
            return bytes.toByteArray();
        }

        @Override
        public PendingSplits deserialize(int version, byte[] bytes) throws IOException {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            boolean found = in.readBoolean();
            int size = in.readInt();
            List<ShopSplit> splits = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                splits.add(ShopSplitForm.read(in));
            }
            return new PendingSplits(found, splits);
        }
    }
}
