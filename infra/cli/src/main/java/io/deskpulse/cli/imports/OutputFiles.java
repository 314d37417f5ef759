package io.deskpulse.cli.imports;

import io.deskpulse.ops.UserError;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are written when an import is over; what is wrong with their names is told before it begins. */
final class OutputFiles {
    private OutputFiles() {}

    static void check(String option, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new UserError(option + " must be a file, but " + file + " is a directory.");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UserError("Cannot write " + file + ": there is no directory " + folder + ".");
        }
        if (!Files.isWritable(folder)) {
            throw new UserError("Cannot write " + file + ": nothing may be written to " + folder + ".");
        }
    }
}
