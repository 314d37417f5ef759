package io.deskpulse.metrics.binary;

import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;

/** The bytes of a form behind their length, in a stream that holds more than the form. */
final class Frame {
    private static final int CHUNK_BYTES = 1 << 16;

    private Frame() {}

    /** Reads the bytes of one form; {@code reader} names it when its length cannot be. */
    static byte[] read(DataInput in, FormReader reader) throws IOException {
        int length = length(in, reader);
        byte[] bytes = new byte[Math.min(length, CHUNK_BYTES)];
        in.readFully(bytes);
        // A length that lies runs out of input before it costs memory.
        for (int read = bytes.length; read < length; read = bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(length, 2L * read));
            in.readFully(bytes, read, bytes.length - read);
        }
        return bytes;
    }

    private static int length(DataInput in, FormReader reader) throws IOException {
        int length = 0;
        int shift = 0;
        byte next;
        do {
            next = in.readByte();
            length |= (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0 && shift < Integer.SIZE);
        if (length < 0 || next < 0) {
            throw reader.damaged("its length is none");
        }
        return length;
    }
}
