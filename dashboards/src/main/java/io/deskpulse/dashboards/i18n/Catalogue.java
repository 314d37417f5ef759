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
import java.util.stream.Collectors;

/** English sentences and what they are in another language, and which of them were asked for. */
final class Catalogue {
    // Chinese has no spaces between sentences.
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?]|[.!?]\\*\\*) ");
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

    /**
     * The translation of a text, sentence by sentence unless it is there as a whole. What is missing, or has nothing to translate in it,
     * stays as it is.
     */
    String translate(String text) {
        if (texts.containsKey(text)) {
            return one(text);
        }
        return SENTENCE.splitAsStream(text).map(this::one).collect(Collectors.joining());
    }

    private String one(String sentence) {
        unused.remove(sentence);
        if (!texts.containsKey(sentence)
                && WORDS.matcher(sentence).find()
                && !SAME.matcher(sentence).matches()) {
            missing.add(sentence);
        }
        return texts.getOrDefault(sentence, sentence);
    }

    /** Translations by English text. */
    Map<String, String> texts() {
        return Map.copyOf(texts);
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
