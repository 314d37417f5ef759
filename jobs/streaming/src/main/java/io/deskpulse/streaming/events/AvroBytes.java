package io.deskpulse.streaming.events;

/**
 * A place in Avro's binary form.
 *
 * <p>Accepts less than Avro does: every method throws {@link Unusual} at the end of the bytes and at whatever a sane writer does not
 * make, such as numbers longer than they need be. What it does accept, Avro reads as the same value.
 */
final class AvroBytes {
    private static final int MAX_INT_SHIFT = 21;
    private static final int MAX_LONG_SHIFT = 56;

    private byte[] bytes = {};
    private int at;

    /** Not for this reader; says nothing about why, which Avro itself tells. Carries no stack trace: bad input may come at full speed. */
    static final class Unusual extends RuntimeException {
        private static final Unusual INSTANCE = new Unusual();

        private Unusual() {
            super(null, null, false, false);
        }
    }

    /** Goes to a place in other bytes. */
    void reset(byte[] other, int position) {
        bytes = other;
        at = position;
    }

    /** Offset of the next byte. */
    int position() {
        return at;
    }

    boolean isAtEnd() {
        return at == bytes.length;
    }

    /** A zigzag varint of at most four bytes: an int, a branch of a union, a symbol of an enum. */
    int readInt() {
        int b = next();
        int bits = b & 0x7F;
        for (int shift = 7; b < 0; shift += 7) {
            if (shift > MAX_INT_SHIFT) {
                throw Unusual.INSTANCE;
            }
            b = next();
            bits |= (b & 0x7F) << shift;
        }
        return (bits >>> 1) ^ -(bits & 1);
    }

    /** A zigzag varint of at most nine bytes. */
    long readLong() {
        int b = next();
        long bits = b & 0x7F;
        for (int shift = 7; b < 0; shift += 7) {
            if (shift > MAX_LONG_SHIFT) {
                throw Unusual.INSTANCE;
            }
            b = next();
            bits |= (b & 0x7FL) << shift;
        }
        return (bits >>> 1) ^ -(bits & 1);
    }

    boolean readBoolean() {
        byte b = next();
        if (b != 0 && b != 1) {
            throw Unusual.INSTANCE;
        }
        return b == 1;
    }

    /** Length in bytes of a text, which begins at {@link #position} and is yet to be {@link #skip}ped. */
    int readLength() {
        long length = readLong();
        if (length < 0 || length > bytes.length - at) {
            throw Unusual.INSTANCE;
        }
        return (int) length;
    }

    void skip(int count) {
        at += count;
    }

    private byte next() {
        if (at == bytes.length) {
            throw Unusual.INSTANCE;
        }
        return bytes[at++];
    }
}
