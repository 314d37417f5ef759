package io.deskpulse.ops.replay.files;

import io.deskpulse.ops.replay.text.JsonShape;
import io.deskpulse.ops.replay.text.WideEncoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Tells from the lines of a file whether they are to be read one by one or refused together, before any of them is sent.
 *
 * <p>Refused together are a file that is no JSON Lines, and one whose text is in another encoding: of it the lines without accents or
 * Chinese would be read and the others not, a question without its answer. A line here and there that is not UTF-8 is that line's own
 * matter. Not thread-safe.
 */
public final class TextCheck {
    private static final int BEGINNING_BYTES = 1 << 16;

    private final WideEncoding wide;
    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    private final EncodingCheck encoding = new EncodingCheck();
    private boolean beginningIsFull;
    private long lines;
    private boolean objects;
    private String misfit = "";

    /** A check of a file that was {@code wide} before it became UTF-8; null when it was not. */
    TextCheck(WideEncoding wide) {
        this.wide = wide;
    }

    /**
     * A check of all lines of a file, which is closed then.
     *
     * @throws IOException when it cannot be read to its end
     */
    static TextCheck ofAll(LineReader reader) throws IOException {
        try (reader) {
            TextCheck check = new TextCheck(reader.wide());
            for (Line line = reader.next(); line != null; line = reader.next()) {
                check.add(line);
            }
            return check;
        }
    }

    /**
     * A check of those lines of a pipe that are there; they stay to be read.
     *
     * @throws IOException when it cannot be read
     */
    static TextCheck ofBeginning(LineReader reader) throws IOException {
        TextCheck check = new TextCheck(reader.wide());
        reader.peek().forEach(check::add);
        return check;
    }

    /** How many lines there were, without blank ones. */
    long lines() {
        return lines;
    }

    void add(Line line) {
        if (line.isBlank()) {
            return;
        }
        lines++;
        objects |= line.beginsAnObject();
        keepBeginning(line);
        if (misfit.isEmpty() && (wide == null ? looksWide(line.bytes()) : !line.beginsAnObject())) {
            misfit = "line " + line.number();
        }
        encoding.add(line);
    }

    /** What is wrong with all of it, or null. */
    String problem() {
        String shape = JsonShape.problem(beginning.toString(StandardCharsets.UTF_8), objects);
        if (shape != null) {
            return shape;
        }
        if (!misfit.isEmpty()) {
            return wide == null
                    ? "from " + misfit + " on it is UTF-16, and UTF-8 before; make it one of them"
                    : "it begins as " + wide.name() + ", but " + misfit + " is no JSON in it; make it one encoding";
        }
        return encoding.problem();
    }

    private void keepBeginning(Line line) {
        int start = line.start();
        beginningIsFull |= beginning.size() + line.bytes().length > BEGINNING_BYTES && lines > 1;
        if (!beginningIsFull) {
            beginning.write(line.bytes(), start, line.bytes().length - start);
            beginning.write('\n');
        }
    }

    /** Whether about every other byte is zero, as beside the ASCII of UTF-16. */
    private static boolean looksWide(byte[] bytes) {
        int zeroes = 0;
        for (byte b : bytes) {
            zeroes += b == 0 ? 1 : 0;
        }
        return zeroes > bytes.length / 4 && zeroes < bytes.length * 9 / 10;
    }
}
