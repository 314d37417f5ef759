package io.deskpulse.ops.replay.files;

import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import io.deskpulse.schemas.jsonl.JsonLinesReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The files of a replay, looked at before anything slow starts and before any line of them is sent. */
public final class EventFiles {
    /** Number of lines when it cannot be known beforehand. */
    public static final long UNKNOWN_LINES = InputFile.UNKNOWN;

    /** From about so many bytes on looking takes longer than one waits without wondering. */
    private static final long MANY_BYTES = 200_000_000;

    private final List<InputFile> files;

    private EventFiles(List<InputFile> files) {
        this.files = files;
    }

    /**
     * Looks at files; {@code -} is standard input.
     *
     * @param progress told when that may take a while
     * @throws UserError when there is none, one is missing, named twice, cannot be read to its end, or has to be refused as a whole;
     *     of a pipe only the beginning is known yet
     */
    public static EventFiles lookedAt(List<Path> paths, Progress progress) {
        if (paths.isEmpty()) {
            throw new UserError("There is nothing to replay: name at least one file.");
        }
        requireDistinct(paths);
        long bytes = paths.stream().mapToLong(EventFiles::bytes).sum();
        if (bytes >= MANY_BYTES) {
            progress.step(String.format("Looking through %,d MB of files …", bytes / 1_000_000));
        }
        return new EventFiles(paths.stream().map(InputFile::lookedAt).toList());
    }

    /** Lines of all files without blank ones, or {@link #UNKNOWN_LINES}. */
    public long lines() {
        return files.stream().allMatch(InputFile::isRepeatable)
                ? files.stream().mapToLong(InputFile::lines).sum()
                : UNKNOWN_LINES;
    }

    /**
     * Requires that all files can be read more than once.
     *
     * @param who who wants to, for the message
     * @throws UserError when one cannot, naming it
     */
    public void requireRepeatable(String who) {
        files.stream().filter(file -> !file.isRepeatable()).findFirst().ifPresent(file -> {
            throw new UserError(who + " has to read everything twice, but " + file.name()
                    + " can be read only once; save it to a file first.");
        });
    }

    /** Opens all of them. */
    public List<EventFile> open(JsonLinesReader json, Consumer<RejectedLine> rejected) {
        return files.stream().map(file -> file.events(json, rejected)).toList();
    }

    private static void requireDistinct(List<Path> paths) {
        Map<Object, Path> known = new HashMap<>();
        for (Path path : paths) {
            Path other = known.put(identity(path), path);
            if (other != null) {
                throw new UserError(
                        other.equals(path)
                                ? path + " is named twice; name each file once."
                                : other + " and " + path + " are one file; name it once.");
            }
        }
    }

    /** Whatever is the same for all names of a file. */
    private static Object identity(Path path) {
        try {
            Path file = path.equals(InputFile.STANDARD_INPUT) ? Path.of("/dev/stdin") : path;
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return key == null ? file.toRealPath() : key;
        } catch (IOException e) {
            return path; // missing, which is told when it is looked at
        }
    }

    private static long bytes(Path path) {
        return InputFile.isRepeatable(path) ? path.toFile().length() : 0;
    }
}
