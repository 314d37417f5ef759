package io.deskpulse.imports.mapping;

import io.deskpulse.ops.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The texts of a mapping.
 *
 * @param origin where they lie, for messages
 * @param yaml of {@code mapping.yaml}
 * @param template of {@code events.jslt}; null when there is none
 */
public record MappingFiles(String origin, String yaml, String template) {
    private static final String YAML = "mapping.yaml";
    private static final String TEMPLATE = "events.jslt";
    private static final long LARGEST = 1_000_000;

    /**
     * A bundled mapping.
     *
     * @throws UserError when there is none of this name
     */
    public static MappingFiles bundled(String name) {
        String yaml = resource(name + "/" + YAML);
        if (yaml == null || !name.matches("[a-z]+")) {
            throw new UserError(
                    "There is no source " + name + "; there are " + String.join(", ", Catalogue.names()) + ".");
        }
        return new MappingFiles(name, yaml, resource(name + "/" + TEMPLATE));
    }

    /**
     * A user's own mapping, a folder.
     *
     * @throws UserError when it cannot be read
     */
    public static MappingFiles of(Path folder) {
        Path yaml = Files.isDirectory(folder) ? folder.resolve(YAML) : folder;
        Path template = yaml.resolveSibling(TEMPLATE);
        return new MappingFiles(yaml.toString(), text(yaml), Files.exists(template) ? text(template) : null);
    }

    static String resource(String path) {
        try (InputStream in = MappingFiles.class.getResourceAsStream("/mappings/" + path)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a resource cannot be read", e);
        }
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new UserError(file + " is no mapping: it is larger than 1 MB.");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UserError(file + " is not text in UTF-8.", e);
        } catch (IOException e) {
            throw new UserError("Cannot read " + file + ".", e);
        }
    }
}
