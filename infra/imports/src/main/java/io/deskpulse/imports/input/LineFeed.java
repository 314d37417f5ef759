package io.deskpulse.imports.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Hands out a stream in pieces that end where lines end, so that a parser never reads further than it must; knows the line it stands
 * in, and can go back to the end of a line that turned out to be broken.
 */
final class LineFeed extends InputStream {
    private static final int PIECE = 65_536;
    private static final int REMEMBERED = 1_000_000;

    private final InputStream in;
    private byte[] buffer = new byte[PIECE];
    private int position;
    private int limit;
    private long line = 1;
    private final ByteArrayOutputStream remembered = new ByteArrayOutputStream(4096);
    private boolean forgotten;
    private long servedLines;

    LineFeed(InputStream in) {
        this.in = in;
    }

    /** The physical line of the next byte, from 1. */
    long line() {
        return line + servedLines;
    }

    /** The next byte that is no blank, without taking it; -1 at the end. */
    int peek() throws IOException {
        while (position < limit || fill()) {
            int next = buffer[position] & 0xff;
            if (next == '\n') {
                line++;
            } else if (next > ' ') {
                return next;
            }
            position++;
        }
        return -1;
    }

    /** From here on what is served is remembered, as long as it is not too much. */
    void begin() {
        line += servedLines;
        servedLines = 0;
        remembered.reset();
        forgotten = false;
    }

    /** Gives back what a parser had taken and not used. */
    void unread(byte[] bytes) {
        if (bytes.length > 0 && bytes.length <= position) {
            position -= bytes.length; // what was served last still stands before it
            servedLines -= lines(bytes, 0, bytes.length);
        } else if (bytes.length > 0) {
            byte[] joined = new byte[Math.max(PIECE, bytes.length + limit - position)];
            System.arraycopy(bytes, 0, joined, 0, bytes.length);
            System.arraycopy(buffer, position, joined, bytes.length, limit - position);
            limit = bytes.length + limit - position;
            position = 0;
            buffer = joined;
            servedLines -= lines(bytes, 0, bytes.length);
        }
        begin();
    }

    /** Goes back to behind the first line that was served since {@link #begin}; false when that is not remembered any more. */
    boolean backToSecondLine() throws IOException {
        byte[] served = remembered.toByteArray();
        int end = 0;
        while (end < served.length && served[end] != '\n') {
            end++;
        }
        if (end == served.length) {
            begin();
            skipLine();
            return true;
        }
        if (forgotten) {
            return false;
        }
        byte[] rest = new byte[served.length - end - 1];
        System.arraycopy(served, end + 1, rest, 0, rest.length);
        unread(rest);
        return true;
    }

    private void skipLine() throws IOException {
        while (position < limit || fill()) {
            if (buffer[position++] == '\n') {
                line++;
                return;
            }
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == limit && !fill()) {
            return -1;
        }
        int end = position;
        int most = Math.min(limit, position + length);
        while (end < most && buffer[end] != '\n') {
            end++;
        }
        if (end < most) {
            end++;
            servedLines++;
        }
        int served = end - position;
        System.arraycopy(buffer, position, target, offset, served);
        if (remembered.size() + served <= REMEMBERED) {
            remembered.write(buffer, position, served);
        } else {
            forgotten = true;
        }
        position = end;
        return served;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer, 0, buffer.length));
        return limit > 0;
    }

    private static long lines(byte[] bytes, int from, int to) {
        long lines = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                lines++;
            }
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
