package io.deskpulse.streaming.facts;

import io.deskpulse.streaming.codec.Codec;
import io.deskpulse.streaming.codec.CodecTypeInfo;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * Binary form of a {@link FactRow}, given that of its facts. It only travels: no restored job has to make it by its class name.
 *
 * @param <F> facts
 */
public final class FactRowCodec<F> implements Codec<FactRow<F>> {
    private final Write<F> write;
    private final Read<F> read;

    /** Rows of facts that {@code write} writes and {@code read} reads. */
    public FactRowCodec(Write<F> write, Read<F> read) {
        this.write = write;
        this.read = read;
    }

    /** How facts are written. */
    @FunctionalInterface
    public interface Write<F> extends Serializable {
        /** Writes facts. */
        void write(F facts, DataOutput out) throws IOException;
    }

    /** How facts are read. */
    @FunctionalInterface
    public interface Read<F> extends Serializable {
        /** Reads what {@link Write#write} wrote. */
        F read(DataInput in) throws IOException;
    }

    /** Type of a stream of such rows. */
    public CodecTypeInfo<FactRow<F>> type() {
        return CodecTypeInfo.of(FactRow.class, this);
    }

    @Override
    public void write(FactRow<F> row, DataOutput out) throws IOException {
        out.writeUTF(row.shopId());
        out.writeUTF(row.id());
        out.writeLong(row.version());
        out.writeBoolean(row.isTakenBack());
        out.writeInt(row.superseded().deliveries());
        if (row.superseded().deliveries() > 0) {
            out.writeUTF(row.superseded().exampleId());
        }
        write.write(row.facts(), out);
    }

    @Override
    public FactRow<F> read(DataInput in) throws IOException {
        String shopId = in.readUTF();
        String id = in.readUTF();
        long version = in.readLong();
        boolean isTakenBack = in.readBoolean();
        int superseded = in.readInt();
        String exampleId = superseded > 0 ? in.readUTF() : null;
        return new FactRow<>(
                shopId,
                id,
                version,
                read.read(in),
                isTakenBack,
                superseded > 0 ? new Superseded(superseded, exampleId) : Superseded.NONE);
    }
}
