package io.deskpulse.streaming.codec;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/**
 * Keys of timelines, byte for byte as {@link StringSerializer} writes them, in one piece.
 *
 * <p>Flink writes a string letter by letter, each through the several streams of a checkpoint, and a key goes there three times: with
 * its state, its events and its timer. That was a fifth of all processor time of jobs with much state.
 */
final class KeySerializer extends TypeSerializerSingleton<String> {
    static final KeySerializer INSTANCE = new KeySerializer();

    private static final int INITIAL_BYTES = 64;

    private KeySerializer() {}

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public String createInstance() {
        return "";
    }

    @Override
    public String copy(String from) {
        return from;
    }

    @Override
    public String copy(String from, String reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(String key, DataOutputView target) throws IOException {
        if (target instanceof DataOutputSerializer) {
            StringValue.writeString(key, target);
        } else {
            DataOutputSerializer out = new DataOutputSerializer(INITIAL_BYTES);
            StringValue.writeString(key, out);
            target.write(out.getSharedBuffer(), 0, out.length());
        }
    }

    @Override
    public String deserialize(DataInputView source) throws IOException {
        return StringValue.readString(source);
    }

    @Override
    public String deserialize(String reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        StringValue.copyString(source, target);
    }

    @Override
    public TypeSerializerSnapshot<String> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Takes keys that Flink's serializer wrote; the public constructor is Flink's way in, and the name is in savepoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<String> {
        /** Of the one serializer. */
        public Snapshot() {
            super(() -> INSTANCE);
        }

        @Override
        public TypeSerializerSchemaCompatibility<String> resolveSchemaCompatibility(
                TypeSerializerSnapshot<String> old) {
            return old instanceof StringSerializer.StringSerializerSnapshot
                    ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                    : super.resolveSchemaCompatibility(old);
        }
    }
}
