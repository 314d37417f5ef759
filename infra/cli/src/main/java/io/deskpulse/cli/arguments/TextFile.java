package io.deskpulse.cli.arguments;

import io.deskpulse.ops.UserError;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that a user names on the command line. */
public final class TextFile {
    private TextFile() {}

    /**
     * Its whole text.
     *
     * @throws UserError when it is not there, cannot be read, or is not UTF-8
     */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new UserError("There is no file " + file + ".", e);
        } catch (CharacterCodingException e) {
            throw new UserError(file + " is not text in UTF-8.", e);
        } catch (IOException e) {
            throw new UserError("Cannot read " + file + ": " + e.getMessage() + ".", e);
        }
    }
}
