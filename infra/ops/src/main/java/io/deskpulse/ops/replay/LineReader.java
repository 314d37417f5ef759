package io.deskpulse.ops.replay;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/**
 * The lines of a plain or gzip-compressed stream, told apart by its first two bytes, as bytes: what is not UTF-8 must survive as it is.
 */
final class LineReader implements Closeable {
    /** Kafka's default limit for a message is 1 MiB; a longer line is cut here and cannot be an event. */
    static final int MAX_LINE_BYTES = 1_000_000;

    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private int at;
    private int end;
    private long lineNumber;

    LineReader(InputStream raw) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(raw, 2);
        byte[] magic = peeked.readNBytes(2);
        peeked.unread(magic);
        boolean gzip = magic.length == 2 && ((magic[0] & 0xff) << 8 | magic[1] & 0xff) == GZIP_MAGIC;
        in = gzip ? new GZIPInputStream(peeked, BUFFER) : peeked;
    }

    /** The next line without its end, cut at {@link #MAX_LINE_BYTES}, or null at the end of the stream. */
    byte[] next() throws IOException {
        line.reset();
        boolean any = false;
        while (fill()) {
            any = true;
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            line.write(buffer, from, Math.min(at - from, MAX_LINE_BYTES - line.size()));
            if (at < end) {
                at++;
                break;
            }
        }
        if (!any) {
            return null;
        }
        lineNumber++;
        return line.toByteArray();
    }

    /** Number of the line last returned, from 1. */
    long lineNumber() {
        return lineNumber;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        if (at < end) {
            return true;
        }
        at = 0;
        end = Math.max(in.read(buffer), 0);
        return end > 0;
    }
}
