package io.deskpulse.ops.submit;

import io.deskpulse.ops.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The jar of all jobs, as a build leaves it in a checkout. */
public final class JobJar {
    private JobJar() {}

    /** Where a build leaves it; not there before the first one. */
    public static Path directory(Path root) {
        return root.resolve("jobs").resolve("streaming").resolve("target");
    }

    /**
     * The jar of a checkout; empty when it was not built.
     *
     * @throws UserError when the directory cannot be read
     */
    public static Optional<Path> built(Path root) {
        Path directory = directory(root);
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("deskpulse-streaming-.*-job\\.jar"))
                    .findFirst();
        } catch (IOException e) {
            throw new UserError("Cannot read " + directory + ".", e);
        }
    }
}
