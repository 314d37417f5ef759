package io.deskpulse.streaming.reasons;

import io.deskpulse.streaming.yaml.YamlSection;
import io.deskpulse.streaming.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Lists of what people write, as files of reasons and of topics have them. */
public final class Synonyms {
    private static final int LONGEST = 60;

    private Synonyms() {}

    /** The words of a key by language, Chinese before English; none when the key is absent. */
    public static List<String> of(YamlSection section, String key) {
        YamlValue value = section.optional(key);
        if (value.isAbsent()) {
            return List.of();
        }
        YamlSection byLanguage = value.section(key).knowing("zh", "en");
        List<String> words = new ArrayList<>(list(byLanguage.optional("zh")));
        words.addAll(list(byLanguage.optional("en")));
        return words;
    }

    /** The words of one list; what cannot be one is a problem at its place. */
    public static List<String> list(YamlValue value) {
        List<String> words = new ArrayList<>();
        for (YamlValue element : value.elements()) {
            String word = element.text();
            if (word != null && word.length() > LONGEST) {
                element.problem("at most " + LONGEST + " characters, got " + word.length());
            } else if (word != null && word.codePoints().noneMatch(Character::isLetterOrDigit)) {
                element.problem("expected letters, got " + word);
            } else if (word != null) {
                words.add(word.strip());
            }
        }
        return words;
    }

    /** Both lists, each word once. */
    public static List<String> joined(List<String> words, List<String> more) {
        LinkedHashSet<String> all = new LinkedHashSet<>(words);
        all.addAll(more);
        return new ArrayList<>(all);
    }
}
