package io.deskpulse.ops.reasons;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.reasons.PlaceFinder.Place;
import io.deskpulse.streaming.reasons.ReasonFile;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A file of reasons that an entry is added to, with its comments and all else left as they are. */
public final class GrowingFile {
    private static final String REASONS = "reasons";

    private GrowingFile() {}

    /**
     * The text with an entry at the end of its reasons.
     *
     * @param name of the file, for messages
     * @param text of a file without mistakes; empty for a new one
     * @throws UserError when the entry does not fit, or there is no place for it; says what is wrong
     */
    public static String with(NewReason reason, Path name, String text) {
        String longer = with(REASONS, reason.lines(ReasonTaxonomy.bundled()), name, text);
        check(name, text, longer);
        return longer;
    }

    /**
     * The text with an entry at the end of one of its lists, whatever that makes of it.
     *
     * @param list key of the list, on the outermost level
     * @param entry its lines, the first of which begins with a hyphen
     * @param name of the file, for messages
     * @param text of a file without mistakes; empty for a new one
     * @throws UserError when there is no place for it
     */
    public static String with(String list, List<String> entry, Path name, String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        Place place = new PlaceFinder(list, entry, name).place(text, lines.size());
        List<String> added =
                entry.stream().map(line -> " ".repeat(place.indent()) + line).toList();
        if (place.needsKey()) {
            lines.add(list + ":");
        }
        lines.addAll(place.needsKey() ? lines.size() : place.line(), added);
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /**
     * Replaces the file in one go: whoever reads it meanwhile reads the old or the new one.
     *
     * @throws UserError when that cannot be done
     */
    public static void write(Path file, String text) {
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new UserError("There is no folder " + folder + ".");
        }
        try {
            if (Files.exists(file)) {
                replace(file.toRealPath(), text);
            } else {
                Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
            }
        } catch (IOException | UnsupportedOperationException e) {
            throw new UserError("Cannot write " + file + ": " + e.getMessage() + ".", e);
        }
    }

    private static void replace(Path file, String text) throws IOException {
        Path fresh = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".new");
        try {
            Files.writeString(fresh, text);
            Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(file));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void check(Path name, String before, String after) {
        ReasonFile read = ReasonFile.parse(after);
        if (!read.problems().isEmpty()) {
            throw new UserError(read.problems().stream()
                    .map(problem -> "\n" + name + " with that entry, " + problem)
                    .collect(Collectors.joining("", "Nothing was added.", "")));
        }
        List<String> codes = ReasonFile.parse(before).taxonomy().codes();
        List<String> changes = read.taxonomy().changesSince(codes);
        if (!changes.isEmpty()) {
            throw new UserError("Nothing was added: " + String.join("; ", changes) + ".");
        }
    }
}
