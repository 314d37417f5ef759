package io.deskpulse.ops.replay.files;

import io.deskpulse.ops.replay.text.PlainText;
import io.deskpulse.ops.replay.text.WideEncoding;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The lines of a stream that {@link PlainText} can read, as bytes: what is not UTF-8 must survive as it is.
 *
 * <p>A line ends with a line feed, a carriage return, or both in this order; the last one may end with the stream. Line separators of
 * Unicode end none, they may stand within a text. Not thread-safe.
 */
public final class LineReader implements Closeable {
    /** Kafka's default limit for a message is 1 MiB; a longer line is cut here and cannot be an event. */
    static final int LONGEST = 1_000_000;

    private static final int BUFFER = 1 << 16;

    private final PlainText text;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private final Deque<Line> ahead = new ArrayDeque<>();
    private int at;
    private int end;
    private boolean afterReturn;
    private long lineNumber;

    /**
     * The lines of a stream, which is read as far as it takes to know what it is.
     *
     * @throws IOException when it cannot be read, or is none of those files
     */
    public LineReader(InputStream raw) throws IOException {
        text = PlainText.of(raw);
    }

    /** What the text was before it became UTF-8, or null when nothing was changed. */
    public WideEncoding wide() {
        return text.wide();
    }

    /** The next line, or null at the end of the stream. */
    public Line next() throws IOException {
        return ahead.isEmpty() ? read() : ahead.poll();
    }

    /** The lines up to the first one that is not blank, and as many more as there are without waiting; {@link #next} returns them all. */
    public List<Line> peek() throws IOException {
        boolean more = true;
        while (more) {
            Line read = read();
            if (read != null) {
                ahead.add(read);
            }
            more = read != null && (read.isBlank() || holdsLineEnd());
        }
        return new ArrayList<>(ahead);
    }

    /** Number of the line last read, from 1. */
    public long lineNumber() {
        return lineNumber;
    }

    @Override
    public void close() throws IOException {
        text.in().close();
    }

    private Line read() throws IOException {
        line.reset();
        boolean any = false;
        boolean ended = false;
        boolean cut = false;
        while (!ended && fill()) {
            any = true;
            int from = at;
            at = endOfLine(at);
            int room = LONGEST - line.size();
            line.write(buffer, from, Math.min(at - from, room));
            cut |= at - from > room;
            ended = at < end;
            if (ended) {
                afterReturn = buffer[at++] == '\r';
            }
        }
        return any ? new Line(++lineNumber, line.toByteArray(), cut) : null;
    }

    /** Whether there is a byte to read; a line feed after a carriage return is none, they are one end. */
    private boolean fill() throws IOException {
        while (true) {
            if (at == end) {
                at = 0;
                end = Math.max(text.in().read(buffer), 0);
            }
            if (at == end) {
                return false;
            }
            if (!afterReturn || buffer[at] != '\n') {
                afterReturn = false;
                return true;
            }
            afterReturn = false;
            at++;
        }
    }

    private boolean holdsLineEnd() {
        boolean restOfEnd = afterReturn && at < end && buffer[at] == '\n';
        return endOfLine(restOfEnd ? at + 1 : at) < end;
    }

    private int endOfLine(int from) {
        int to = from;
        while (to < end && buffer[to] != '\n' && buffer[to] != '\r') {
            to++;
        }
        return to;
    }
}
