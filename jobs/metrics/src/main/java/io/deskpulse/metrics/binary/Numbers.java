package io.deskpulse.metrics.binary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Columns of numbers as fields of a form: eight or four bytes each, the lowest first, so that a restored number is the very same. */
public final class Numbers {
    private Numbers() {}

    /** Writes the first {@code count} of some doubles. */
    public static void write(int tag, double[] values, int count, FormWriter out) {
        ByteBuffer bytes = buffer(count * Double.BYTES);
        bytes.asDoubleBuffer().put(values, 0, count);
        out.bytes(tag, bytes.array());
    }

    /** Writes all of some doubles. */
    public static void write(int tag, double[] values, FormWriter out) {
        write(tag, values, values.length, out);
    }

    /** Writes the first {@code count} of some floats. */
    public static void write(int tag, float[] values, int count, FormWriter out) {
        ByteBuffer bytes = buffer(count * Float.BYTES);
        bytes.asFloatBuffer().put(values, 0, count);
        out.bytes(tag, bytes.array());
    }

    /** Writes the first {@code count} of some ints. */
    public static void write(int tag, int[] values, int count, FormWriter out) {
        ByteBuffer bytes = buffer(count * Integer.BYTES);
        bytes.asIntBuffer().put(values, 0, count);
        out.bytes(tag, bytes.array());
    }

    /** Writes all of some longs. */
    public static void write(int tag, long[] values, FormWriter out) {
        ByteBuffer bytes = buffer(values.length * Long.BYTES);
        bytes.asLongBuffer().put(values);
        out.bytes(tag, bytes.array());
    }

    /** Writes one double, whatever its value. */
    public static void write(int tag, double value, FormWriter out) {
        write(tag, new double[] {value}, out);
    }

    /** Reads doubles. */
    public static double[] readDoubles(FormReader in) throws IOException {
        ByteBuffer bytes = read(Double.BYTES, in);
        double[] values = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(values);
        return values;
    }

    /** Reads floats. */
    public static float[] readFloats(FormReader in) throws IOException {
        ByteBuffer bytes = read(Float.BYTES, in);
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    /** Reads ints. */
    public static int[] readInts(FormReader in) throws IOException {
        ByteBuffer bytes = read(Integer.BYTES, in);
        int[] values = new int[bytes.remaining() / Integer.BYTES];
        bytes.asIntBuffer().get(values);
        return values;
    }

    /** Reads longs. */
    public static long[] readLongs(FormReader in) throws IOException {
        ByteBuffer bytes = read(Long.BYTES, in);
        long[] values = new long[bytes.remaining() / Long.BYTES];
        bytes.asLongBuffer().get(values);
        return values;
    }

    /** Reads one double. */
    public static double readDouble(FormReader in) throws IOException {
        double[] values = readDoubles(in);
        if (values.length != 1) {
            throw in.damaged("%d numbers, not 1".formatted(values.length));
        }
        return values[0];
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer read(int size, FormReader in) throws IOException {
        byte[] bytes = in.bytes();
        if (bytes.length % size != 0) {
            throw in.damaged("%d bytes are no numbers".formatted(bytes.length));
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
