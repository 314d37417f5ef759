package io.deskpulse.metrics.binary;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Distinct 64-bit hashes in the order in which they were added, eight bytes each and no boxes.
 *
 * <p>They are looked through one after the other, which is cheaper than any table while they are few, or while the set is read for a
 * look or two; else an index of their places is made. It relies on their low bits being spread, as those of hashes are. Not
 * thread-safe.
 */
public final class LongSet {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FIRST = 4;
    private static final int FEW = 32;
    private static final int LOOKS_WITHOUT_INDEX = 4;

    private long[] values = new long[FIRST];
    private int size;
    private int looks;
    /** Places plus one, 0 where there is none; a power of two of them, at most half in use. Null while it would not pay. */
    private int[] index;

    /** Whether it was added. */
    public boolean contains(long value) {
        if (index == null && size > FEW && ++looks > LOOKS_WITHOUT_INDEX) {
            makeIndex();
        }
        if (index != null) {
            return index[slot(value)] != 0;
        }
        for (int i = 0; i < size; i++) {
            if (values[i] == value) {
                return true;
            }
        }
        return false;
    }

    /** Adds it; false when it was there. */
    public boolean add(long value) {
        if (contains(value)) {
            return false;
        }
        values = size < values.length ? values : Arrays.copyOf(values, 2 * size);
        values[size++] = value;
        if (index != null && 2 * size <= index.length) {
            index[slot(value)] = size;
        } else {
            index = null;
        }
        return true;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** Writes it as a field; left out when it is empty. */
    public void write(int tag, FormWriter out) {
        if (size > 0) {
            byte[] bytes = new byte[size * Long.BYTES];
            for (int i = 0; i < size; i++) {
                LONG.set(bytes, i * Long.BYTES, values[i]);
            }
            out.bytes(tag, bytes);
        }
    }

    /** Reads the field that {@link #write} wrote. */
    public static LongSet read(FormReader in) throws IOException {
        byte[] bytes = in.bytes();
        if (bytes.length % Long.BYTES != 0) {
            throw in.damaged("%d bytes are no hashes".formatted(bytes.length));
        }
        LongSet set = new LongSet();
        set.size = bytes.length / Long.BYTES;
        set.values = new long[Math.max(FIRST, set.size)];
        for (int i = 0; i < set.size; i++) {
            set.values[i] = (long) LONG.get(bytes, i * Long.BYTES);
        }
        return set;
    }

    private void makeIndex() {
        index = new int[4 * Integer.highestOneBit(size)];
        for (int i = 0; i < size; i++) {
            index[slot(values[i])] = i + 1;
        }
    }

    /** Where the place of a value stands, or would. */
    private int slot(long value) {
        int mask = index.length - 1;
        int slot = (int) value & mask;
        while (index[slot] != 0 && values[index[slot] - 1] != value) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
