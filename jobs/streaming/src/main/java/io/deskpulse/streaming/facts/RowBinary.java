package io.deskpulse.streaming.facts;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Rows one after another in ClickHouse's {@code RowBinary} form: little-endian numbers, lengths of seven bits a byte, no names.
 *
 * <p>It is a growing array and nothing else, so that a value costs its bytes: the driver's own writers make an array of each number.
 * Not thread-safe.
 */
public final class RowBinary {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FIRST_BYTES = 4096;
    private static final int MAX_LENGTH_BYTES = 5;

    /** Days that {@code Date} can hold: 1970-01-01 to 2149-06-06. */
    private static final int LAST_DAY = 0xFFFF;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int size;

    /** A row that was written elsewhere. */
    public void bytes(byte[] row) {
        reserve(row.length);
        System.arraycopy(row, 0, bytes, size, row.length);
        size += row.length;
    }

    /** {@code Bool}. */
    public void bool(boolean value) {
        reserve(1);
        bytes[size++] = (byte) (value ? 1 : 0);
    }

    /** What precedes a value of a {@code Nullable} type, and is all there is of null. */
    public void isNull(boolean isNull) {
        bool(isNull);
    }

    /** {@code Int8} or {@code UInt8}: the lowest eight bits. */
    public void int8(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    /** {@code Int32} or {@code UInt32}. */
    public void int32(int value) {
        reserve(Integer.BYTES);
        INT.set(bytes, size, value);
        size += Integer.BYTES;
    }

    /** {@code Int64}, {@code UInt64} or, in milliseconds since the epoch, {@code DateTime64(3)}. */
    public void int64(long value) {
        reserve(Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    /** {@code Float64}. */
    public void float64(double value) {
        int64(Double.doubleToRawLongBits(value));
    }

    /** {@code Date}, in days since 1970-01-01; the nearest day that there is where the type does not reach, as in ClickHouse itself. */
    public void date(long epochDay) {
        reserve(Short.BYTES);
        SHORT.set(bytes, size, (short) Math.max(0, Math.min(epochDay, LAST_DAY)));
        size += Short.BYTES;
    }

    /** How many elements of an {@code Array} follow. */
    public void length(int length) {
        reserve(MAX_LENGTH_BYTES);
        int rest = length;
        while (rest > 0x7F) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** {@code String}, or any type that is written like one. */
    public void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        length(utf8.length);
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    /** A copy of what was written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Bytes written since the last {@link #clear}. */
    public int size() {
        return size;
    }

    /** Forgets all rows. */
    public void clear() {
        size = 0;
    }

    /** Copies all rows; as often as wanted, the same bytes each time. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
