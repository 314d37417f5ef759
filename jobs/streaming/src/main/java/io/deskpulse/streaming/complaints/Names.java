package io.deskpulse.streaming.complaints;

import io.deskpulse.streaming.events.Reading;
import java.util.List;
import java.util.Objects;

/** Names of things as events tell them: a blank one is none, and one that is too long is cut off. */
final class Names {
    private static final int MAX_LENGTH = 200;

    private Names() {}

    static String known(String name) {
        String known = Reading.known(name);
        return known == null || known.length() <= MAX_LENGTH ? known : known.substring(0, MAX_LENGTH);
    }

    /** Those that are names, each once; empty when there is no list. */
    static List<String> known(List<String> names) {
        return names == null
                ? List.of()
                : names.stream()
                        .map(Names::known)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
    }
}
