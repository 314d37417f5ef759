package io.deskpulse.imports.sorting;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Sorted entries on the disk, to be looked up by their keys; the memory holds one key in many. Not safe for several threads. */
public final class KeyedFile implements AutoCloseable {
    private static final int KEYS_OF_A_BLOCK = 32;

    private final ScratchFile file = new ScratchFile();
    private final List<byte[]> firstKeys = new ArrayList<>();
    private final List<Long> begins = new ArrayList<>();

    /**
     * Of entries.
     *
     * @param sorted in the order of {@link Entry#ORDER}
     * @throws io.deskpulse.ops.UserError when the disk takes no more
     */
    public KeyedFile(Iterator<Entry> sorted) {
        long at = 0;
        int keys = 0;
        byte[] key = null;
        try (DataOutputStream out = file.out()) {
            while (sorted.hasNext()) {
                Entry entry = sorted.next();
                // Equal keys stay in one block.
                if (!Arrays.equals(key, entry.key()) && keys++ % KEYS_OF_A_BLOCK == 0) {
                    firstKeys.add(entry.key());
                    begins.add(at);
                }
                key = entry.key();
                write(out, entry);
                at += 2L * Integer.BYTES + entry.key().length + entry.value().length;
            }
        } catch (IOException e) {
            throw ScratchFile.cannot(e);
        }
        begins.add(at);
    }

    static void write(DataOutputStream out, Entry entry) throws IOException {
        out.writeInt(entry.key().length);
        out.write(entry.key());
        out.writeInt(entry.value().length);
        out.write(entry.value());
    }

    static Entry read(DataInputStream in) throws IOException {
        byte[] key = in.readNBytes(in.readInt());
        return new Entry(key, in.readNBytes(in.readInt()));
    }

    /** The values of a key, sorted; none when there is no such key. */
    public List<byte[]> values(byte[] key) {
        List<byte[]> values = new ArrayList<>();
        int block = blockOf(key);
        if (block < 0) {
            return values;
        }
        int length = Math.toIntExact(begins.get(block + 1) - begins.get(block));
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file.read(begins.get(block), length)))) {
            while (in.available() > 0) {
                Entry entry = read(in);
                if (Arrays.equals(key, entry.key())) {
                    values.add(entry.value());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what was written before", e);
        }
        return values;
    }

    /** The last block that begins at or before a key; -1 when there is none. */
    private int blockOf(byte[] key) {
        int low = 0;
        int high = firstKeys.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Arrays.compareUnsigned(firstKeys.get(middle), key) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** Gives back the disk. */
    @Override
    public void close() {
        file.close();
    }
}
