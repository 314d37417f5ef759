package io.deskpulse.imports.run;

import io.deskpulse.ops.UserError;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;

/** Keeps the records of which something was refused, a line each, for the user alone. */
final class RejectFile implements Consumer<byte[]>, AutoCloseable {
    private final Path file;
    private final OutputStream out;

    private RejectFile(Path file, OutputStream out) {
        this.file = file;
        this.out = out;
    }

    /** Null when nobody wants it. */
    static RejectFile at(Path file) {
        if (file == null) {
            return null;
        }
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return new RejectFile(file, new BufferedOutputStream(Files.newOutputStream(file)));
        } catch (IOException e) {
            throw new UserError("Cannot write " + file + ": " + TextFiles.why(e, file) + ".", e);
        }
    }

    @Override
    public void accept(byte[] record) {
        try {
            out.write(record);
            out.write('\n');
        } catch (IOException e) {
            throw new UserError("Cannot write " + file + ": " + TextFiles.why(e, file) + ".", e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UserError("Cannot write " + file + ": " + TextFiles.why(e, file) + ".", e);
        }
    }
}
