package io.deskpulse.metrics.binary;

/**
 * A hash of texts in 64 bits: equal texts have equal ones, others hardly ever.
 *
 * <p>States keep such hashes: it never changes.
 */
public final class Hash64 {
    /** What a chain of texts begins with. */
    public static final long NOTHING = 0;

    /** 2^64 divided by the golden ratio, an odd number: spreads what it is multiplied with (Knuth, The Art of Computer Programming 3, 6.4). */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private static final int CHARS_AT_ONCE = Long.BYTES / Character.BYTES;

    private Hash64() {}

    /** The hash of a text that follows those of {@code before}. */
    public static long of(String text, long before) {
        int length = text.length();
        long hash = mix(before, length);
        int at = 0;
        for (; at <= length - CHARS_AT_ONCE; at += CHARS_AT_ONCE) {
            hash = mix(
                    hash,
                    text.charAt(at)
                            | (long) text.charAt(at + 1) << 16
                            | (long) text.charAt(at + 2) << 32
                            | (long) text.charAt(at + 3) << 48);
        }
        for (; at < length; at++) {
            hash = mix(hash, text.charAt(at));
        }
        return hash;
    }

    private static long mix(long hash, long bits) {
        long mixed = (hash ^ bits) * SPREAD;
        return mixed ^ mixed >>> 32;
    }
}
