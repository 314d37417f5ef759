package io.deskpulse.schemas.jsonl;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** UTF-8 taken at its word: bytes that are none are never replaced by something that looks like text. */
public final class Utf8 {

    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /** The text of some bytes, or null when they are not UTF-8. */
    public static String decode(byte[] bytes) {
        // The quick way replaces what is bad; only a text that holds the sign for it has to be looked at again.
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) >= 0 && firstBad(bytes) >= 0 ? null : text;
    }

    /** Offset of the first byte that belongs to no character, or -1 when all do. */
    public static int firstBad(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        boolean bad =
                decoder.decode(in, CharBuffer.allocate(bytes.length), true).isError();
        return bad ? in.position() : -1;
    }
}
