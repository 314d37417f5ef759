package io.deskpulse.dashboards.i18n;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** English texts and what they are in another language, and which of them were asked for. */
final class Catalogue {
    private static final Pattern WORDS = Pattern.compile("[A-Za-z]");
    /** Not translated: shop people say them so. */
    private static final Pattern SAME = Pattern.compile("p50|p90|p50/p90|ID|id");

    private final Map<String, String> texts;
    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<String> unused;

    private Catalogue(Map<String, String> texts) {
        this.texts = texts;
        this.unused = new LinkedHashSet<>(texts.keySet());
    }

    static Catalogue read(Path file) throws IOException {
        return new Catalogue(new ObjectMapper()
                .readValue(Files.readString(file), new TypeReference<LinkedHashMap<String, String>>() {}));
    }

    /** The translation; the text itself when there is nothing to translate, or it is missing. */
    String translate(String text) {
        unused.remove(text);
        if (texts.containsKey(text)) {
            return texts.get(text);
        }
        if (WORDS.matcher(text).find() && !SAME.matcher(text).matches()) {
            missing.add(text);
        }
        return text;
    }

    /** Texts that were asked for and are not there, in that order. */
    Set<String> missing() {
        return missing;
    }

    /** Texts that nobody asked for. */
    Set<String> unused() {
        return unused;
    }
}
