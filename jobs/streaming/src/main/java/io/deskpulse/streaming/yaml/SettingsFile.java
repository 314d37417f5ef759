package io.deskpulse.streaming.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The file that a setting names.
 *
 * @param setting which, without its dashes
 * @param name its path, or {@value #BUNDLED}
 */
public record SettingsFile(String setting, String name) {
    /** Says to take what comes with the build. */
    public static final String BUNDLED = "bundled";

    /** The file that {@code --settings} names. Several read their part of it. */
    public SettingsFile(String name) {
        this("settings", name);
    }

    /** Whether there is no file to read. */
    public boolean isBundled() {
        return name.equals(BUNDLED);
    }

    /** Its text; empty when it cannot be read, which is told. */
    public Optional<String> text(Consumer<String> problems) {
        try {
            return Optional.of(Files.readString(Path.of(name)));
        } catch (IOException | InvalidPathException e) {
            problems.accept("--" + setting + ": cannot read " + name + " as UTF-8 text");
            return Optional.empty();
        }
    }
}
