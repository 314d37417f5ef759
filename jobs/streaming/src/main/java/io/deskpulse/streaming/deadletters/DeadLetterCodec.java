package io.deskpulse.streaming.deadletters;

import io.deskpulse.schemas.RejectionReason;
import io.deskpulse.streaming.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Binary form of {@link DeadLetter}. */
public final class DeadLetterCodec implements Codec<DeadLetter> {
    private static final int ABSENT = -1;

    @Override
    public void write(DeadLetter letter, DataOutput out) throws IOException {
        out.writeUTF(letter.reason().name());
        out.writeUTF(letter.detail());
        out.writeUTF(letter.sourceTopic());
        out.writeInt(letter.sourcePartition());
        out.writeLong(letter.sourceOffset());
        writeBytes(letter.key(), out);
        writeBytes(letter.value(), out);
    }

    @Override
    public DeadLetter read(DataInput in) throws IOException {
        return new DeadLetter(
                RejectionReason.valueOf(in.readUTF()),
                in.readUTF(),
                in.readUTF(),
                in.readInt(),
                in.readLong(),
                readBytes(in),
                readBytes(in));
    }

    private static void writeBytes(byte[] bytes, DataOutput out) throws IOException {
        out.writeInt(bytes == null ? ABSENT : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    private static byte[] readBytes(DataInput in) throws IOException {
        int length = in.readInt();
        if (length == ABSENT) {
            return null;
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
