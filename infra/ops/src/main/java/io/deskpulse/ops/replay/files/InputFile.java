package io.deskpulse.ops.replay.files;

import io.deskpulse.ops.UserError;
import io.deskpulse.schemas.jsonl.JsonLinesReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A file to read events from, looked at: one on disk from its first line to its last, and it can be read again; of a pipe, or of what
 * else has no size, only what is there at once, and it can be read no more than once.
 */
public final class InputFile {
    /** What stands for standard input among the names of files. */
    static final Path STANDARD_INPUT = Path.of("-");

    /** Number of lines of a pipe. */
    static final long UNKNOWN = -1;

    private final Path path;
    private final LineReader pipe;
    private final long lines;

    private InputFile(Path path, LineReader pipe, long lines) {
        this.path = path;
        this.pipe = pipe;
        this.lines = lines;
    }

    /**
     * Looks at a file.
     *
     * @throws UserError when there is none, it cannot be read to its end, or all of it has to be refused
     */
    public static InputFile lookedAt(Path path) {
        requireReadable(path);
        LineReader reader = open(path);
        boolean repeatable = isRepeatable(path);
        TextCheck check;
        try {
            check = repeatable ? TextCheck.ofAll(reader) : TextCheck.ofBeginning(reader);
        } catch (IOException e) {
            throw unreadable(display(path), reader.lineNumber(), e);
        }
        String problem = check.problem();
        if (problem != null) {
            throw refused(path, problem);
        }
        return new InputFile(path, repeatable ? null : reader, repeatable ? check.lines() : UNKNOWN);
    }

    /** Number of lines without blank ones, or {@link #UNKNOWN}. */
    public long lines() {
        return lines;
    }

    /** Whether it can be read more than once. */
    public boolean isRepeatable() {
        return pipe == null;
    }

    /** What people call it, without the directories of a file on disk. */
    public String name() {
        return isRepeatable() ? path.getFileName().toString() : display(path);
    }

    /**
     * Its events from the first one.
     *
     * @throws UserError when it cannot be read any more
     */
    public EventFile events(JsonLinesReader json, Consumer<RejectedLine> rejected) {
        return new EventFile(name(), isRepeatable() ? open(path) : pipe, json, rejected);
    }

    /** The error when reading failed after some lines. */
    public static UserError unreadable(String name, long afterLine, IOException e) {
        return new UserError("Cannot read " + name + " after line " + afterLine + ": " + e.getMessage(), e);
    }

    /** Whether a file can be read a second time: a pipe and standard input cannot. */
    public static boolean isRepeatable(Path path) {
        return Files.isRegularFile(path) && !path.equals(STANDARD_INPUT);
    }

    private static void requireReadable(Path path) {
        if (path.equals(STANDARD_INPUT)) {
            return;
        }
        if (!Files.exists(path)) {
            throw new UserError("There is no file " + path + ".");
        }
        if (Files.isDirectory(path) || !Files.isReadable(path)) {
            throw new UserError("Cannot read " + path + ": expected a file of JSON Lines, plain or gzip.");
        }
    }

    private static LineReader open(Path path) {
        try {
            if (isRepeatable(path) && Files.size(path) == 0 && path.toString().endsWith(".gz")) {
                throw refused(path, "it is empty, and no gzip file");
            }
            // Streams of channels seek when asked what is available, which pipes cannot.
            InputStream in = path.equals(STANDARD_INPUT) ? System.in : new FileInputStream(path.toFile());
            return new LineReader(in);
        } catch (IOException e) {
            throw refused(path, e.getMessage());
        }
    }

    private static UserError refused(Path path, String problem) {
        return new UserError("Cannot read " + display(path) + ": " + problem + ".");
    }

    private static String display(Path path) {
        return path.equals(STANDARD_INPUT) ? "standard input" : path.toString();
    }
}
