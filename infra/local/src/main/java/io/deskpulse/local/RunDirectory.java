package io.deskpulse.local;

import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.FileTree;
import io.deskpulse.ops.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything one run of the stack writes: data, checkpoints, passwords, logs. Locked while in use, so that two stacks never share it.
 *
 * <p>An own directory under the home is deleted at the end; one that the user named is kept and can be resumed.
 */
public final class RunDirectory implements AutoCloseable {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final String LOCK = "lock";

    private final Path path;
    private final boolean temporary;
    private final FileChannel lockChannel;

    private RunDirectory(Path path, boolean temporary, FileChannel lockChannel) {
        this.path = path;
        this.temporary = temporary;
        this.lockChannel = lockChannel;
    }

    /** A fresh directory that is deleted on close; what crashed runs left is deleted first. */
    public static RunDirectory temporary(DeskpulseHome home, Instant now) {
        try {
            Files.createDirectories(home.runs());
            deleteAbandoned(home.runs());
            return open(
                    home.runs()
                            .resolve(NAME.format(now) + "-"
                                    + ProcessHandle.current().pid()),
                    true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + home.runs(), e);
        }
    }

    /**
     * A directory that is kept, resumed when it exists.
     *
     * @throws UserError when another stack is using it or it cannot be written
     */
    public static RunDirectory kept(Path path) {
        try {
            return open(path.toAbsolutePath().normalize(), false);
        } catch (IOException e) {
            throw new UserError("Cannot use " + path + " as run directory: " + e.getMessage(), e);
        }
    }

    /** Where it is, absolute. */
    public Path path() {
        return path;
    }

    /** Whether it is deleted when it is closed. */
    public boolean isTemporary() {
        return temporary;
    }

    /** Releases the directory, and deletes it when it is temporary. */
    @Override
    public void close() {
        try {
            if (temporary) {
                FileTree.delete(path);
            }
            lockChannel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }

    private static RunDirectory open(Path path, boolean temporary) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        FileChannel channel = lock(path);
        if (channel == null) {
            throw new UserError("Another deskpulse is using " + path + ". Stop it, or choose another --run-dir.");
        }
        return new RunDirectory(path, temporary, channel);
    }

    /** The channel that holds the lock, null when another process (or this one) holds it. */
    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // This process holds it.
        }
        channel.close();
        return null;
    }

    private static void deleteAbandoned(Path runs) throws IOException {
        List<Path> directories;
        try (Stream<Path> list = Files.list(runs)) {
            directories = list.filter(Files::isDirectory).toList();
        }
        for (Path directory : directories) {
            FileChannel channel = lock(directory);
            if (channel != null) {
                FileTree.delete(directory);
                channel.close();
            }
        }
    }
}
