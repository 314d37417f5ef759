package io.deskpulse.digest.reading;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which products a digest is of: names with {@code *} for any characters.
 *
 * @param patterns each once, in order; {@code *} alone for all
 */
public record ProductChoice(List<String> patterns) {
    /** Every product. */
    public static final ProductChoice ALL = new ProductChoice(List.of("*"));

    /** In an order of its own, so that equal choices are equal. */
    public ProductChoice {
        patterns = patterns.isEmpty() || patterns.contains("*") ? List.of("*") : List.copyOf(new TreeSet<>(patterns));
    }

    /** Whether a product is among them. */
    public boolean has(String sku) {
        return patterns.stream().anyMatch(pattern -> regex(pattern).matcher(sku).matches());
    }

    private static Pattern regex(String pattern) {
        return Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), Pattern.DOTALL);
    }

    @Override
    public String toString() {
        return String.join(",", patterns);
    }
}
