package io.deskpulse.ops.replay.text;

/**
 * UTF-16 or UTF-32, which Windows writes in many places: told by the mark at the beginning, or by the zero bytes beside its ASCII.
 *
 * @param name for people
 * @param width bytes of a unit, 2 or 4
 * @param bigEndian whether the first byte of a unit is its highest
 * @param markBytes how many bytes of a mark stand before the text
 */
public record WideEncoding(String name, int width, boolean bigEndian, int markBytes) {
    /** How many bytes tell. */
    static final int HEAD_BYTES = 4;

    private static final int MARK_16 = 0xfeff;
    private static final int MARK_16_SWAPPED = 0xfffe;
    private static final long MARK_32 = 0x0000feffL;
    private static final long MARK_32_SWAPPED = 0xfffe0000L;

    /** The encoding of a text that begins with these bytes, or null when it is neither UTF-16 nor UTF-32. */
    public static WideEncoding of(byte[] head) {
        if (head.length >= HEAD_BYTES) {
            long first = (long) pair(head, 0) << 16 | pair(head, 2);
            if (first == MARK_32 || first == MARK_32_SWAPPED) {
                return utf32(first == MARK_32, 4);
            }
        }
        if (head.length >= 2 && (pair(head, 0) == MARK_16 || pair(head, 0) == MARK_16_SWAPPED)) {
            return utf16(pair(head, 0) == MARK_16, 2);
        }
        return head.length >= HEAD_BYTES ? ofZeroes(head) : null;
    }

    /** The text begins with ASCII, as all JSON does, and the rest of its first unit is zero. */
    private static WideEncoding ofZeroes(byte[] head) {
        boolean secondPairIsZero = head[2] == 0 && head[3] == 0;
        if (head[0] != 0 && head[1] == 0) {
            return secondPairIsZero ? utf32(false, 0) : utf16(false, 0);
        }
        if (head[0] == 0 && head[1] != 0) {
            return utf16(true, 0);
        }
        return pair(head, 0) == 0 && head[2] == 0 && head[3] != 0 ? utf32(true, 0) : null;
    }

    private static WideEncoding utf16(boolean bigEndian, int markBytes) {
        return new WideEncoding("UTF-16", 2, bigEndian, markBytes);
    }

    private static WideEncoding utf32(boolean bigEndian, int markBytes) {
        return new WideEncoding("UTF-32", 4, bigEndian, markBytes);
    }

    private static int pair(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
