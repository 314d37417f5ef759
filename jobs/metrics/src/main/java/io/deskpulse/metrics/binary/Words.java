package io.deskpulse.metrics.binary;

import java.nio.charset.StandardCharsets;

/**
 * Texts that come again and again, read as one string each: a cache of the latest, by hash.
 *
 * <p>What is kept of a million orders names a few thousand products, carriers and accounts. Not thread-safe.
 */
final class Words {
    private static final int PLACES = 1024;
    private static final int FACTOR = 31;

    /** What is longer is no word, and not kept. */
    private static final int MAX_BYTES = 64;

    private final String[] latest = new String[PLACES];

    /** The text in these bytes. */
    String read(byte[] bytes, int from, int length) {
        if (length > MAX_BYTES) {
            return new String(bytes, from, length, StandardCharsets.UTF_8);
        }
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = FACTOR * hash + bytes[from + i];
        }
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        String known = latest[place];
        if (known != null && isAscii(known, bytes, from, length)) {
            return known;
        }
        String word = new String(bytes, from, length, StandardCharsets.UTF_8);
        if (!word.equals(known)) {
            latest[place] = word;
        }
        return latest[place];
    }

    /** Whether the bytes are a text of ASCII alone, and that one. */
    private static boolean isAscii(String text, byte[] bytes, int from, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }
}
