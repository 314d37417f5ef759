package io.deskpulse.dashboards.i18n;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The words of the field in another language, and which of them a translation gets wrong. */
public final class Glossary {
    /** Names of views and rules are no words of the field. */
    private static final Pattern SOURCE = Pattern.compile("(?:Source: )?[Vv]iews? .*");

    private final List<Term> terms;

    private Glossary(List<Term> terms) {
        this.terms = terms;
    }

    /**
     * Reads the file of terms.
     *
     * @throws IOException when it cannot be read or is no list of terms
     */
    public static Glossary read(Path file) throws IOException {
        return new Glossary(new ObjectMapper().readValue(Files.readString(file), new TypeReference<List<Term>>() {}));
    }

    /** What is wrong with translations by English text; empty when nothing is. */
    List<String> problems(Map<String, String> texts) {
        List<String> problems = new ArrayList<>();
        texts.forEach((english, other) -> {
            for (Term term : terms) {
                term.problem(english, other, problems);
            }
            problems.addAll(misused(other).stream()
                    .map(word -> english + ": " + other + ": not " + word)
                    .toList());
        });
        return problems;
    }

    /** Words that a text has and must not have, wherever it stands. */
    public List<String> misused(String text) {
        return terms.stream()
                .flatMap(term -> term.misused(text).stream())
                .distinct()
                .toList();
    }

    /**
     * A term.
     *
     * @param english what it is called; where a text is that and no more, it is translated as one of {@code other}
     * @param other what it is called in the other language
     * @param never what it is never called there
     * @param within whether a sentence with it in it has one of {@code other} in its translation
     */
    private record Term(
            @JsonProperty("en") List<String> english,
            @JsonProperty("zh") List<String> other,
            @JsonProperty("never") List<String> never,
            @JsonProperty("within") boolean within) {

        private Term {
            never = never == null ? List.of() : List.copyOf(never);
        }

        void problem(String text, String translation, List<String> problems) {
            boolean concerned = within
                    ? !SOURCE.matcher(text).matches() && english.stream().anyMatch(word -> has(text, word))
                    : english.contains(text);
            boolean right = within ? other.stream().anyMatch(translation::contains) : other.contains(translation);
            if (concerned && !right) {
                problems.add(text + ": " + translation + ": " + english.get(0) + " is " + String.join(" or ", other));
            }
        }

        List<String> misused(String text) {
            String rest = text;
            for (String right : other) {
                rest = rest.replace(right, "");
            }
            return never.stream().filter(rest::contains).toList();
        }

        private static boolean has(String text, String word) {
            return Pattern.compile("(?<!\\w)" + Pattern.quote(word) + "(?!\\w)", Pattern.CASE_INSENSITIVE)
                    .matcher(text)
                    .find();
        }
    }
}
