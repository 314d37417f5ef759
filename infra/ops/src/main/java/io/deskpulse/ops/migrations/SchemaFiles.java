package io.deskpulse.ops.migrations;

import io.deskpulse.ops.ClassPathEntry;
import io.deskpulse.ops.rules.RuleSeed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Reads a schema: {@code tables}, {@code views}, {@code rules} and {@code retired.txt} of a folder, each of which may be missing. */
final class SchemaFiles {
    private static final String FOLDER = "clickhouse";

    private SchemaFiles() {}

    /** What is bundled with this build, whether that is a directory of classes or a jar. */
    static Schema bundled() {
        return ClassPathEntry.readFolder(SchemaFiles.class, FOLDER, SchemaFiles::in);
    }

    /**
     * What a folder holds.
     *
     * @throws IllegalArgumentException when a file has a wrong form, or does not fit the others
     */
    static Schema in(Path folder) throws IOException {
        Path retired = folder.resolve("retired.txt");
        return new Schema(
                files(folder.resolve("tables"), ".sql", Migration::ofFile).stream()
                        .sorted(Comparator.comparingInt(Migration::version))
                        .toList(),
                Files.exists(retired) ? RetiredMigration.parse(Files.readString(retired)) : List.of(),
                files(folder.resolve("views"), ".sql", View::ofFile),
                files(folder.resolve("rules"), ".yaml", RuleSeed::ofFile));
    }

    private static <T> List<T> files(Path folder, String ending, BiFunction<String, String, T> reader)
            throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted(Comparator.comparing(
                            (Path file) -> file.getFileName().toString()))
                    .map(file -> reader.apply(file.getFileName().toString(), read(file)))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
