package io.deskpulse.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The directory that outlives runs: downloaded programs, run directories, the key of the buyer hashes.
 *
 * <p>{@code $DESKPULSE_HOME}, else {@code ~/.cache/deskpulse}. Secrets in it are readable by their owner only.
 */
public final class DeskpulseHome {
    private static final String HASH_KEY_VARIABLE = "DESKPULSE_HASH_KEY";
    private static final String HASH_KEY_FILE = "hash.key";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path path;

    /** A home at a path, which need not exist yet. */
    public DeskpulseHome(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    /** The home that the environment names. */
    public static DeskpulseHome of(Map<String, String> environment) {
        String configured = environment.get("DESKPULSE_HOME");
        return new DeskpulseHome(
                configured == null || configured.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache", "deskpulse")
                        : Path.of(configured));
    }

    /** Where it is, absolute. */
    public Path path() {
        return path;
    }

    /** Where the run directories lie. */
    public Path runs() {
        return path.resolve("runs");
    }

    /**
     * The key under which buyer ids are hashed: {@code DESKPULSE_HASH_KEY}, else one generated once, so that a buyer has the
     * same hash in every run.
     *
     * @throws UncheckedIOException when the key file can be neither read nor written
     */
    public String hashKey(Map<String, String> environment) {
        String configured = environment.get(HASH_KEY_VARIABLE);
        if (configured != null && !configured.isBlank()) {
            return configured;
        }
        Path file = path.resolve(HASH_KEY_FILE);
        try {
            if (!Files.exists(file)) {
                publish(file, secret());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the hash key in " + file, e);
        }
    }

    /**
     * The same key where there is one already, and none made.
     *
     * @throws UncheckedIOException when the key file cannot be read
     */
    public Optional<String> presentHashKey(Map<String, String> environment) {
        String configured = environment.getOrDefault(HASH_KEY_VARIABLE, "");
        boolean known = !configured.isBlank() || Files.exists(path.resolve(HASH_KEY_FILE));
        return known ? Optional.of(hashKey(environment)) : Optional.empty();
    }

    /** A fresh secret: 32 hexadecimal digits from the system's own source of randomness, which no seed may replace. */
    public static String secret() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Writes a file that only its owner can read, replacing what was there in one step. */
    public static void writeSecret(Path file, String content) throws IOException {
        Path draft = draft(file, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void publish(Path file, String content) throws IOException {
        Path draft = draft(file, content);
        try {
            // A link never replaces: of two processes that start together, both end with the first one's key.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // The other process was first; its key holds.
            return;
        } finally {
            Files.delete(draft);
        }
    }

    private static Path draft(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".tmp", OWNER_ONLY);
        Files.writeString(draft, content, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
        return draft;
    }
}
