package io.deskpulse.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where classes of this build were loaded from, and the folders bundled with them. */
public final class ClassPathEntry {
    private ClassPathEntry() {}

    /** Reads a folder, which may lie within a jar that is open only meanwhile. */
    @FunctionalInterface
    public interface FolderReader<T> {
        /** Must keep nothing of {@code folder} open. */
        T read(Path folder) throws IOException;
    }

    /** The directory of classes or the jar that a class was loaded from. */
    public static Path of(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("class path entry of " + type + " has no file name", e);
        }
    }

    /**
     * What a reader makes of a folder bundled with a class, whether that lies in a directory of classes or in a jar.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    public static <T> T readFolder(Class<?> type, String folder, FolderReader<T> reader) {
        Path entry = of(type);
        try {
            if (Files.isDirectory(entry)) {
                return reader.read(entry.resolve(folder));
            }
            try (FileSystem jar = FileSystems.newFileSystem(entry)) {
                return reader.read(jar.getPath(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bundled folder " + folder, e);
        }
    }
}
