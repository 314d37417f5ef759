package io.deskpulse.metrics.binary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of one form, and the place up to which they were read. Not thread-safe. */
final class FormBytes {
    private static final int LAST_SHIFT = 63;

    private final FormReader reader;
    /** Null where words are read once. */
    private final Words words;

    private byte[] bytes;
    private int at;
    private int end;

    /** Bytes that a reader reads, whose errors name what it reads. */
    FormBytes(FormReader reader, Words words) {
        this.reader = reader;
        this.words = words;
    }

    /** Begins with others: their first byte, 0 when there is none. */
    int begin(byte[] all) {
        bytes = all;
        end = all.length;
        at = Math.min(1, end);
        return end == 0 ? 0 : all[0] & 0xFF;
    }

    boolean isAtEnd() {
        return at == end;
    }

    /** How many bytes come next, which so many are said to be. */
    int length(long read) throws IOException {
        if (read < 0 || read > end - at) {
            throw reader.damaged("%d bytes, of which %d are left".formatted(read, end - at));
        }
        return (int) read;
    }

    void skip(int length) {
        at += length;
    }

    byte[] copy(int length) {
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    String string(int length) {
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    /** The same, as one string with those alike. */
    String word(int length) {
        if (words == null) {
            return string(length);
        }
        at += length;
        return words.read(bytes, at - length, length);
    }

    long varint() throws IOException {
        if (at < end && bytes[at] >= 0) {
            return bytes[at++];
        }
        int position = at;
        long number = 0;
        for (int shift = 0; shift <= LAST_SHIFT; shift += 7) {
            if (position == end) {
                throw reader.damaged("cut off");
            }
            byte next = bytes[position++];
            number |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                at = position;
                return number;
            }
        }
        throw reader.damaged("a number of more than ten bytes");
    }
}
