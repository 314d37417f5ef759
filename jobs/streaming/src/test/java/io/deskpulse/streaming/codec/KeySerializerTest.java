package io.deskpulse.streaming.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputViewStreamWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySerializerTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "s1\u0000c1", "店铺\u0000会话-7", "half an emoji \uD83D"})
    void aKeyIsWrittenAsFlinkWritesStrings(String key) throws IOException {
        assertSameBytes(key);
        assertSameBytes(key.repeat(500));
    }

    @Test
    void stateWithFlinksKeysGoesOn() {
        assertThat(KeySerializer.INSTANCE
                        .snapshotConfiguration()
                        .resolveSchemaCompatibility(StringSerializer.INSTANCE.snapshotConfiguration())
                        .isCompatibleAsIs())
                .isTrue();
        assertThat(new KeySerializer.Snapshot()
                        .resolveSchemaCompatibility(KeySerializer.INSTANCE.snapshotConfiguration())
                        .isCompatibleAsIs())
                .isTrue();
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"}) // as a job whose keys were numbers would ask
    void keysOfAnotherKindAreRefused() {
        assertThat(new KeySerializer.Snapshot()
                        .resolveSchemaCompatibility((org.apache.flink.api.common.typeutils.TypeSerializerSnapshot)
                                LongSerializer.INSTANCE.snapshotConfiguration())
                        .isIncompatible())
                .isTrue();
    }

    private static void assertSameBytes(String key) throws IOException {
        DataOutputSerializer buffer = new DataOutputSerializer(8);
        KeySerializer.INSTANCE.serialize(key, buffer);

        assertThat(buffer.getCopyOfBuffer()).isEqualTo(inStream(StringSerializer.INSTANCE, key));
        assertThat(inStream(KeySerializer.INSTANCE, key)).isEqualTo(buffer.getCopyOfBuffer());
        assertThat(KeySerializer.INSTANCE.deserialize(new DataInputDeserializer(buffer.getCopyOfBuffer())))
                .isEqualTo(key);
    }

    private static byte[] inStream(TypeSerializer<String> serializer, String key) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        serializer.serialize(key, new DataOutputViewStreamWrapper(bytes));
        return bytes.toByteArray();
    }
}
