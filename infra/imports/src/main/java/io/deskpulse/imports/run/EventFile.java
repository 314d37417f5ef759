package io.deskpulse.imports.run;

import io.deskpulse.ops.UserError;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** A file of events that appears when it is complete, for the user alone; gzip by its name. */
public final class EventFile implements Consumer<String>, AutoCloseable {
    private final Path file;
    private final Path beside;
    private final OutputStream out;
    private boolean complete;

    /**
     * Begins beside the file, which stays as it is meanwhile.
     *
     * @throws UserError when it cannot be written
     */
    public EventFile(Path file) {
        this.file = file;
        Path folder = file.toAbsolutePath().getParent();
        try {
            beside = Files.createTempFile(
                    folder,
                    "." + file.getFileName() + ".",
                    ".part",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            beside.toFile().deleteOnExit(); // when it is stopped with Ctrl-C
            OutputStream plain = new BufferedOutputStream(Files.newOutputStream(beside), 65_536);
            out = file.toString().endsWith(".gz") ? new GZIPOutputStream(plain, 65_536) : plain;
        } catch (IOException e) {
            throw cannot(e);
        }
    }

    @Override
    public void accept(String line) {
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        } catch (IOException e) {
            throw cannot(e);
        }
    }

    /** Gives it its name. */
    public void complete() {
        try {
            out.close();
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            complete = true;
        } catch (IOException e) {
            throw cannot(e);
        }
    }

    /** Leaves nothing behind unless it is complete. */
    @Override
    public void close() {
        try {
            if (!complete) {
                out.close();
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw cannot(e);
        }
    }

    private UserError cannot(IOException e) {
        return new UserError("Cannot write " + file + ": " + TextFiles.why(e, file) + ".", e);
    }
}
