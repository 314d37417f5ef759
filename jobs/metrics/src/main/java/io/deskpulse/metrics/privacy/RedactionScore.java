package io.deskpulse.metrics.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** How much personal data a redaction lets through, and how much else it takes out, on texts of which people said what is in them. */
public final class RedactionScore {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

    private final Map<String, Recall> byKind = new TreeMap<>();
    private final List<String> leaks = new ArrayList<>();
    private final List<String> falseRedactions = new ArrayList<>();
    private int ordinary;

    /**
     * Texts of one kind of data.
     *
     * @param texts how many
     * @param hidden of how many nothing is left
     */
    public record Recall(int texts, int hidden) {
        /** Share of them of which nothing is left, 0 to 1. */
        public double ratio() {
            return (double) hidden / texts;
        }
    }

    /**
     * Reads the redaction of a text with personal data.
     *
     * @param kind what it is, such as {@code phone}
     * @param secret the data as the text has it
     * @param redaction what is measured
     * @throws IllegalArgumentException when the data have no letter or digit, as nothing of such could be left
     */
    public void personal(String kind, String secret, String text, UnaryOperator<String> redaction) {
        if (letters(secret).isEmpty()) {
            throw new IllegalArgumentException("the " + kind + " must have letters or digits, got '" + secret + "'");
        }
        boolean isHidden = !leaves(redaction.apply(text), secret);
        byKind.merge(
                kind,
                new Recall(1, isHidden ? 1 : 0),
                (one, other) -> new Recall(one.texts() + other.texts(), one.hidden() + other.hidden()));
        if (!isHidden) {
            leaks.add(kind + ": " + text + " -> " + redaction.apply(text));
        }
    }

    /** Reads the redaction of a text without any. */
    public void ordinary(String text, UnaryOperator<String> redaction) {
        ordinary++;
        String redacted = redaction.apply(text);
        if (redacted.indexOf('[') > text.indexOf('[')) {
            falseRedactions.add(text + " -> " + redacted);
        }
    }

    /** Recall by kind. */
    public Map<String, Recall> byKind() {
        return byKind;
    }

    /** Texts that leak, each with what became of it. */
    public List<String> leaks() {
        return leaks;
    }

    /** Ordinary texts of which something was taken out. */
    public List<String> falseRedactions() {
        return falseRedactions;
    }

    /** Ordinary texts read. */
    public int ordinaryTexts() {
        return ordinary;
    }

    /** A line of a file of texts, with the signs that nobody would see in it, which it has as {@code \\uXXXX}. */
    public static String unescaped(String line) {
        return ESCAPE.matcher(line).replaceAll(escape -> Character.toString(Integer.parseInt(escape.group(1), 16)));
    }

    /** Whether half of the data or more is left in a text, in a row and whatever stands between its characters. */
    public static boolean leaves(String redacted, String secret) {
        String left = letters(redacted);
        String hidden = letters(secret);
        int half = Math.max(2, (hidden.length() + 1) / 2);
        for (int from = 0; from + half <= hidden.length(); from++) {
            if (left.contains(hidden.substring(from, from + half))) {
                return true;
            }
        }
        return false;
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        ShadowText.of(text).plain().chars().filter(Character::isLetterOrDigit).forEach(c -> letters.append((char) c));
        return letters.toString();
    }
}
