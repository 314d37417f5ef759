package io.deskpulse.imports.mapping;

import java.util.List;

/** The sources that are bundled, each a folder of resources; the list of their names is the only other place to add one. */
public final class Catalogue {
    private Catalogue() {}

    /** Their names, as {@code --from} takes them, in the order in which they are told. */
    public static List<String> names() {
        return MappingFiles.resource("sources.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
