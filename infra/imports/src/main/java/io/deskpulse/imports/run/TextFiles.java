package io.deskpulse.imports.run;

import io.deskpulse.ops.UserError;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Small files that a user names. */
public final class TextFiles {
    private static final long LARGEST = 10_000_000;

    private TextFiles() {}

    /**
     * The whole text.
     *
     * @throws UserError when it is not there, no text in UTF-8, or too large to be what it should be
     */
    public static String read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new UserError(file + " is larger than 10 MB.");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new UserError("There is no file " + file + ".", e);
        } catch (CharacterCodingException e) {
            throw new UserError(file + " is not text in UTF-8.", e);
        } catch (IOException e) {
            throw new UserError("Cannot read " + file + ": " + e.getMessage() + ".", e);
        }
    }

    /**
     * Why a file cannot be written. A system's own words are often nothing but the name of a file, and of another one.
     */
    public static String why(IOException e, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            return "there is no directory " + folder;
        }
        return e instanceof FileSystemException of && of.getReason() != null ? of.getReason() : "the system refuses it";
    }
}
