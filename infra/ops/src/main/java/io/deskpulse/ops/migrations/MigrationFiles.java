package io.deskpulse.ops.migrations;

import io.deskpulse.ops.ClassPathEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds migrations: the {@code .sql} files of a directory, or of the folder {@code clickhouse} of this build. */
public final class MigrationFiles {
    private static final String FOLDER = "clickhouse";

    private MigrationFiles() {}

    /**
     * The migrations of this build, whether it is a directory of classes or a jar.
     *
     * @throws IllegalArgumentException when a file name has a wrong form or a number is there twice
     */
    public static List<Migration> bundled() {
        return ClassPathEntry.readFolder(MigrationFiles.class, FOLDER, MigrationFiles::in);
    }

    /** The migrations of a directory in the order of their numbers; none when it does not exist. */
    public static List<Migration> in(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            List<Migration> migrations = files.filter(
                            file -> file.getFileName().toString().endsWith(".sql"))
                    .map(MigrationFiles::read)
                    .sorted(Comparator.comparingInt(Migration::version))
                    .toList();
            for (int i = 1; i < migrations.size(); i++) {
                requireDifferent(migrations.get(i - 1), migrations.get(i));
            }
            return migrations;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read migrations in " + directory, e);
        }
    }

    private static void requireDifferent(Migration one, Migration other) {
        if (one.version() == other.version()) {
            throw new IllegalArgumentException(
                    "two migrations have the same number: " + one.fileName() + " and " + other.fileName());
        }
    }

    private static Migration read(Path file) {
        try {
            return Migration.ofFile(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
