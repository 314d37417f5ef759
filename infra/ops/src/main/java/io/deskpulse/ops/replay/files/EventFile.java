package io.deskpulse.ops.replay.files;

import io.deskpulse.schemas.Rejection;
import io.deskpulse.schemas.RejectionReason;
import io.deskpulse.schemas.jsonl.JsonLinesReader;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.io.Closeable;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;

/** The events of one JSON Lines file, one after another; blank lines are skipped, lines that are no event go aside. */
public final class EventFile implements Closeable {
    private static final Rejection TOO_LONG = Rejection.of(
            RejectionReason.MALFORMED_LINE,
            String.format(Locale.ROOT, "the line is longer than %,d bytes", LineReader.LONGEST));

    private final String name;
    private final LineReader lines;
    private final JsonLinesReader json;
    private final Consumer<RejectedLine> rejected;

    /**
     * The events of some lines.
     *
     * @param name what people call the file
     */
    public EventFile(String name, LineReader lines, JsonLinesReader json, Consumer<RejectedLine> rejected) {
        this.name = name;
        this.lines = lines;
        this.json = json;
        this.rejected = rejected;
    }

    /**
     * The next event, or null at the end.
     *
     * @throws io.deskpulse.ops.UserError when the file cannot be read any further, naming the last line that was whole
     */
    public ParsedLine.Event next() {
        try {
            for (Line line = lines.next(); line != null; line = lines.next()) {
                ParsedLine.Event event = line.isBlank() ? null : event(line);
                if (event != null) {
                    return event;
                }
            }
            return null;
        } catch (IOException e) {
            throw InputFile.unreadable(name, lines.lineNumber(), e);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw InputFile.unreadable(name, lines.lineNumber(), e);
        }
    }

    /** The event of a line, or null when it is none and went aside. */
    private ParsedLine.Event event(Line line) {
        if (line.isCut()) {
            reject(line, TOO_LONG);
            return null;
        }
        ParsedLine parsed = json.read(line.number(), line.bytes());
        if (parsed instanceof ParsedLine.Event event) {
            return event;
        }
        reject(line, ((ParsedLine.Failure) parsed).rejection());
        return null;
    }

    private void reject(Line line, Rejection rejection) {
        rejected.accept(new RejectedLine(name, line.number(), line.bytes(), rejection));
    }
}
