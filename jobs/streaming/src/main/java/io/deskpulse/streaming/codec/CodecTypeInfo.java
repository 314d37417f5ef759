package io.deskpulse.streaming.codec;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Type of the elements of one stream, written by a {@link Codec}. */
public final class CodecTypeInfo<T> extends TypeInformation<T> {
    private final Class<T> type;
    private final Codec<T> codec;

    private CodecTypeInfo(Class<T> type, Codec<T> codec) {
        this.type = type;
        this.codec = codec;
    }

    /** The type of elements that {@code codec} writes; {@code type} is their class, its parameters erased. */
    @SuppressWarnings("unchecked")
    public static <T> CodecTypeInfo<T> of(Class<? super T> type, Codec<T> codec) {
        return new CodecTypeInfo<>((Class<T>) type, codec);
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public Class<T> getTypeClass() {
        return type;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new CodecSerializer<>(codec.duplicate());
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodecTypeInfo<?> that
                && that.type == type
                && that.codec.id().equals(codec.id());
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + codec.id().hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof CodecTypeInfo;
    }
}
