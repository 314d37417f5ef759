package io.deskpulse.ops.replay.files;

import java.util.Arrays;

/**
 * A line of a file.
 *
 * @param number from 1
 * @param bytes without the line's end, at most {@link LineReader#LONGEST}
 * @param isCut whether the line was longer
 */
public record Line(long number, byte[] bytes, boolean isCut) {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    /** Whether there is nothing on it but blanks, or the mark with which some programs begin a file. */
    boolean isBlank() {
        return start() == bytes.length;
    }

    /** Whether it begins as a JSON object does. */
    boolean beginsAnObject() {
        int start = start();
        return start < bytes.length && bytes[start] == '{';
    }

    /** Where its text begins. */
    int start() {
        int start = 0;
        while (start < bytes.length) {
            if (bytes[start] == ' ' || bytes[start] == '\t') {
                start++;
            } else if (isMark(start)) {
                start += BYTE_ORDER_MARK.length;
            } else {
                return start;
            }
        }
        return start;
    }

    private boolean isMark(int at) {
        int end = at + BYTE_ORDER_MARK.length;
        return end <= bytes.length && Arrays.equals(bytes, at, end, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }
}
