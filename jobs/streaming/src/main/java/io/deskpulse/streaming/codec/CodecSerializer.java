package io.deskpulse.streaming.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.util.FlinkException;
import org.apache.flink.util.InstantiationUtil;

/**
 * Flink's view of a {@link Codec}.
 *
 * <p>Outside Flink's own buffers, as in a checkpoint's stream, each field written alone costs a walk through several streams, so
 * elements go there in one piece.
 */
public final class CodecSerializer<T> extends TypeSerializer<T> {
    private static final int INITIAL_BYTES = 256;

    private final Codec<T> codec;

    /** A serializer that writes what the codec writes. */
    public CodecSerializer(Codec<T> codec) {
        this.codec = codec;
    }

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public TypeSerializer<T> duplicate() {
        return this;
    }

    @Override
    public T createInstance() {
        return null;
    }

    @Override
    public T copy(T from) {
        DataOutputSerializer out = new DataOutputSerializer(INITIAL_BYTES);
        try {
            codec.write(from, out);
            return codec.read(new DataInputDeserializer(out.getSharedBuffer(), 0, out.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public T copy(T from, T reuse) {
        return copy(from);
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(T element, DataOutputView target) throws IOException {
        if (target instanceof DataOutputSerializer) {
            codec.write(element, target);
        } else {
            DataOutputSerializer out = new DataOutputSerializer(INITIAL_BYTES);
            codec.write(element, out);
            target.write(out.getSharedBuffer(), 0, out.length());
        }
    }

    @Override
    public T deserialize(DataInputView source) throws IOException {
        return codec.read(source);
    }

    @Override
    public T deserialize(T reuse, DataInputView source) throws IOException {
        return codec.read(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        codec.write(codec.read(source), target);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodecSerializer<?> that && that.codec.getClass() == codec.getClass();
    }

    @Override
    public int hashCode() {
        return codec.getClass().hashCode();
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new Snapshot<>(codec);
    }

    /** Remembers which codec wrote a state; the public no-argument constructor is Flink's way in. */
    public static final class Snapshot<T> implements TypeSerializerSnapshot<T> {
        private static final int VERSION = 1;

        private Codec<T> codec;

        /** For Flink, which then calls {@link #readSnapshot}. */
        public Snapshot() {}

        private Snapshot(Codec<T> codec) {
            this.codec = codec;
        }

        @Override
        public int getCurrentVersion() {
            return VERSION;
        }

        @Override
        public void writeSnapshot(DataOutputView out) throws IOException {
            out.writeUTF(codec.getClass().getName());
        }

        @Override
        @SuppressWarnings("unchecked")
        public void readSnapshot(int readVersion, DataInputView in, ClassLoader classLoader) throws IOException {
            String name = in.readUTF();
            try {
                codec = InstantiationUtil.instantiate(name, Codec.class, classLoader);
            } catch (FlinkException e) {
                throw new IOException("the codec that wrote this state cannot be made: " + name, e);
            }
        }

        @Override
        public TypeSerializer<T> restoreSerializer() {
            return new CodecSerializer<>(codec);
        }

        @Override
        public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(TypeSerializerSnapshot<T> old) {
            if (!(old instanceof Snapshot<T> that)) {
                return TypeSerializerSchemaCompatibility.incompatible();
            }
            if (that.codec.getClass() == codec.getClass()) {
                return TypeSerializerSchemaCompatibility.compatibleAsIs();
            }
            return codec.replaces(that.codec)
                    ? TypeSerializerSchemaCompatibility.compatibleAfterMigration()
                    : TypeSerializerSchemaCompatibility.incompatible();
        }
    }
}
