package io.deskpulse.ops.replay;

import io.deskpulse.ops.UserError;
import io.deskpulse.schemas.jsonl.JsonLinesReader;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The events of one JSON Lines file, one after another; blank lines are skipped, lines that are no event go aside. */
final class EventFile implements Closeable {
    private final Path path;
    private final LineReader lines;
    private final JsonLinesReader json;
    private final Consumer<RejectedLine> rejected;

    /**
     * Opens a file.
     *
     * @param bytesRead told how many bytes of the file each read took
     * @throws UserError when there is no such file or it cannot be read
     */
    EventFile(Path path, JsonLinesReader json, Consumer<RejectedLine> rejected, LongConsumer bytesRead) {
        this.path = path;
        this.json = json;
        this.rejected = rejected;
        requireReadable(path);
        try {
            lines = new LineReader(new CountedInput(new BufferedInputStream(Files.newInputStream(path)), bytesRead));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Throws a {@link UserError} unless there is a file to read. */
    static void requireReadable(Path path) {
        if (!Files.exists(path)) {
            throw new UserError("There is no file " + path + ".");
        }
        if (Files.isDirectory(path) || !Files.isReadable(path)) {
            throw new UserError("Cannot read " + path + ": expected a file of JSON Lines, plain or gzip.");
        }
    }

    /** The next event, or null at the end. */
    ParsedLine.Event next() {
        try {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                if (isBlank(line)) {
                    continue;
                }
                ParsedLine parsed = json.read(lines.lineNumber(), line);
                if (parsed instanceof ParsedLine.Event event) {
                    return event;
                }
                ParsedLine.Failure failure = (ParsedLine.Failure) parsed;
                rejected.accept(new RejectedLine(
                        path.getFileName().toString(), failure.lineNumber(), line, failure.rejection()));
            }
            return null;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private UserError unreadable(IOException e) {
        return new UserError(
                "Cannot read " + path + " after line " + (lines == null ? 0 : lines.lineNumber()) + ": "
                        + e.getMessage(),
                e);
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
