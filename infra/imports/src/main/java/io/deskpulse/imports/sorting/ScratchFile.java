package io.deskpulse.imports.sorting;

import io.deskpulse.ops.UserError;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Disk space for what exceeds the memory. Only the user can read it, and it has no name while it is used: an import that is killed
 * leaves nothing of what people wrote behind.
 */
final class ScratchFile implements AutoCloseable {
    private static final int BUFFER = 65_536;

    private final RandomAccessFile file;

    /**
     * An empty one.
     *
     * @throws UserError when the disk takes none
     */
    ScratchFile() {
        try {
            Path path = Files.createTempFile(
                    "deskpulse-import",
                    ".run",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            // A channel would be closed for all when one thread is interrupted, as a mapping that is given up is.
            file = new RandomAccessFile(path.toFile(), "rw");
            Files.delete(path);
        } catch (IOException e) {
            throw cannot(e);
        }
    }

    /** What is written from its beginning; to be closed before it is read, which keeps the file. */
    DataOutputStream out() throws IOException {
        return new DataOutputStream(new BufferedOutputStream(new FileOutputStream(file.getFD()), BUFFER)) {
            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /** What was written, from its beginning; one reader at a time. */
    DataInputStream in() throws IOException {
        file.seek(0);
        return new DataInputStream(new BufferedInputStream(new FileInputStream(file.getFD()), BUFFER));
    }

    /** Bytes in the middle of it. */
    byte[] read(long from, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(from);
        file.readFully(bytes);
        return bytes;
    }

    /** Why nothing can be written to the disk. */
    static UserError cannot(IOException e) {
        return new UserError(
                "Cannot write what exceeds the memory to " + System.getProperty("java.io.tmpdir") + ": "
                        + e.getMessage() + ".",
                e);
    }

    /** Gives back the disk. */
    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close what was written", e);
        }
    }
}
