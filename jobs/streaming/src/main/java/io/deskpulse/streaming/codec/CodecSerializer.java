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
        Codec<T> another = codec.duplicate();
        return another == codec ? this : new CodecSerializer<>(another);
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
        return other instanceof CodecSerializer<?> that && that.codec.id().equals(codec.id());
    }

    @Override
    public int hashCode() {
        return codec.id().hashCode();
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new Snapshot<>(codec);
    }

    /**
     * Remembers which codec wrote a state, by its id; the public no-argument constructor is Flink's way in.
     *
     * <p>This one class keeps its name for ever, as savepoints tell it.
     */
    public static final class Snapshot<T> implements TypeSerializerSnapshot<T> {
        private static final int BY_CLASS_NAME = 1;
        private static final int BY_ID = 2;

        private Codec<T> codec;

        /** For Flink, which then calls {@link #readSnapshot}. */
        public Snapshot() {}

        private Snapshot(Codec<T> codec) {
            this.codec = codec;
        }

        @Override
        public int getCurrentVersion() {
            return BY_ID;
        }

        /**
         * Writes the codec's id.
         *
         * @throws IOException when no restored job could find the codec by it
         */
        @Override
        public void writeSnapshot(DataOutputView out) throws IOException {
            StateCodecs.byId(codec.id(), codec.getClass().getClassLoader());
            out.writeUTF(codec.id());
        }

        @Override
        @SuppressWarnings("unchecked")
        public void readSnapshot(int readVersion, DataInputView in, ClassLoader classLoader) throws IOException {
            String name = in.readUTF();
            codec = (Codec<T>)
                    switch (readVersion) {
                        case BY_CLASS_NAME -> StateCodecs.byReleasedClass(name, classLoader);
                        case BY_ID -> StateCodecs.byId(name, classLoader);
                        default ->
                            throw new IOException("this release cannot read a snapshot of version " + readVersion);
                    };
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
            if (that.codec.id().equals(codec.id())) {
                return TypeSerializerSchemaCompatibility.compatibleAsIs();
            }
            return codec.replaces(that.codec.id())
                    ? TypeSerializerSchemaCompatibility.compatibleAfterMigration()
                    : TypeSerializerSchemaCompatibility.incompatible();
        }
    }
}
