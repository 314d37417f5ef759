package io.deskpulse.metrics.resolution;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How values that may be absent are written: a null string as the empty one, which no event carries; constants by ordinal. */
final class Binary {
    private static final int UNKNOWN = -1;

    private Binary() {}

    static void writeText(String text, DataOutput out) throws IOException {
        out.writeUTF(text == null ? "" : text);
    }

    static String readText(DataInput in) throws IOException {
        String text = in.readUTF();
        return text.isEmpty() ? null : text;
    }

    static void writeEnum(Enum<?> constant, DataOutput out) throws IOException {
        out.writeByte(constant == null ? UNKNOWN : constant.ordinal());
    }

    static <T extends Enum<T>> T readEnum(T[] constants, DataInput in) throws IOException {
        int ordinal = in.readByte();
        return ordinal == UNKNOWN ? null : constants[ordinal];
    }

    static void writeBoolean(Boolean value, DataOutput out) throws IOException {
        out.writeByte(value == null ? UNKNOWN : value ? 1 : 0);
    }

    static Boolean readBoolean(DataInput in) throws IOException {
        int value = in.readByte();
        return value == UNKNOWN ? null : value == 1;
    }
}
