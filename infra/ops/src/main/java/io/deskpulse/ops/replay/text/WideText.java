package io.deskpulse.ops.replay.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Text in UTF-16 or UTF-32 as UTF-8.
 *
 * <p>Half a surrogate pair, which UTF-8 cannot hold, becomes the JSON escape of it, so that a line says the same in both encodings.
 * Reading throws {@link EOFException} when the text ends within a character and {@link IOException} on a number that is none. Not
 * thread-safe.
 */
public final class WideText extends InputStream {
    private static final int UNITS = 4096;
    /** The longest that becomes of one unit, an escape, twice: a half that waited and the unit after it. */
    private static final int BYTES_OF_UNIT = 12;

    private final InputStream in;
    private final WideEncoding encoding;
    private final byte[] units;
    private final byte[] text = new byte[(UNITS + 1) * BYTES_OF_UNIT];
    private int at;
    private int end;
    private int waitingHigh;

    /** The text of a stream that stands after the mark. */
    public WideText(InputStream in, WideEncoding encoding) {
        this.in = in;
        this.encoding = encoding;
        this.units = new byte[UNITS * encoding.width()];
    }

    @Override
    public int read() throws IOException {
        return fill() ? text[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(text, at, bytes, from, count);
        at += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Whether there is text to hand out. */
    private boolean fill() throws IOException {
        while (at == end) {
            at = 0;
            end = 0;
            int count = in.readNBytes(units, 0, units.length);
            if (count % encoding.width() != 0) {
                throw new EOFException("the " + encoding.name() + " text ends within a character");
            }
            for (int unit = 0; unit < count; unit += encoding.width()) {
                put(unit(unit));
            }
            if (count == 0) {
                putWaiting();
                return end > 0;
            }
        }
        return true;
    }

    private int unit(int offset) {
        int value = 0;
        for (int i = 0; i < encoding.width(); i++) {
            int place = encoding.bigEndian() ? i : encoding.width() - 1 - i;
            value = value << 8 | units[offset + place] & 0xff;
        }
        return value;
    }

    private void put(int unit) throws IOException {
        if (!Character.isValidCodePoint(unit)) {
            throw new IOException("it begins as " + encoding.name() + ", but holds what is no character of it");
        }
        boolean half = unit >= Character.MIN_SURROGATE && unit <= Character.MAX_SURROGATE;
        if (waitingHigh != 0 && half && Character.isLowSurrogate((char) unit)) {
            putCharacter(Character.toCodePoint((char) waitingHigh, (char) unit));
            waitingHigh = 0;
            return;
        }
        putWaiting();
        if (half && Character.isHighSurrogate((char) unit)) {
            waitingHigh = unit;
        } else if (half) {
            putEscape(unit);
        } else {
            putCharacter(unit);
        }
    }

    private void putWaiting() {
        if (waitingHigh != 0) {
            putEscape(waitingHigh);
            waitingHigh = 0;
        }
    }

    private void putEscape(int half) {
        for (char c : String.format("\\u%04x", half).toCharArray()) {
            text[end++] = (byte) c;
        }
    }

    private void putCharacter(int codePoint) {
        if (codePoint < 0x80) {
            text[end++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            text[end++] = (byte) (0xc0 | codePoint >> 6);
            text[end++] = continuation(codePoint);
        } else if (codePoint < 0x10000) {
            text[end++] = (byte) (0xe0 | codePoint >> 12);
            text[end++] = continuation(codePoint >> 6);
            text[end++] = continuation(codePoint);
        } else {
            text[end++] = (byte) (0xf0 | codePoint >> 18);
            text[end++] = continuation(codePoint >> 12);
            text[end++] = continuation(codePoint >> 6);
            text[end++] = continuation(codePoint);
        }
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | bits & 0x3f);
    }
}
