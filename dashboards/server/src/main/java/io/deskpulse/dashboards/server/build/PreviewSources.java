package io.deskpulse.dashboards.server.build;

import io.deskpulse.ops.ClassPathEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The app's own files, small and without what they depend on.
 *
 * @param files content by path, with slashes
 */
public record PreviewSources(SortedMap<String, byte[]> files) {
    private static final String FOLDER = "preview";
    private static final int HASH_DIGITS = 16;

    /** Those of this build, whether it is a directory of classes or a jar. */
    public static PreviewSources bundled() {
        return ClassPathEntry.readFolder(PreviewSources.class, FOLDER, PreviewSources::in);
    }

    /** All files of a directory. */
    static PreviewSources in(Path directory) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
                files.put(directory.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return new PreviewSources(files);
    }

    /** Changes with every change of a file. */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, content) -> {
                digest.update((name + '\0' + content.length + '\0').getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Writes all files below a directory. */
    void writeTo(Path directory) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = directory.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }
}
