package io.deskpulse.metrics.responsetime;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What leads to questions about a topic, and what they are counted against (docs/metrics.md, contact rates). */
public enum TopicCause {
    /** Buyers who asked an account that day. */
    ENQUIRERS,
    /** Orders that are neither closed nor signed. */
    ORDERS_OPEN,
    /** Parcels handed over and not signed. */
    PARCELS_UNDER_WAY,
    /** Parcels signed in the last 30 days. */
    PARCELS_SIGNED;

    /** The word of files, such as {@code orders_open}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All words of files. */
    public static List<String> words() {
        return Arrays.stream(values()).map(TopicCause::word).toList();
    }

    /** The cause of a word; null when it is none. */
    public static TopicCause of(String word) {
        return Arrays.stream(values())
                .filter(cause -> cause.word().equals(word))
                .findFirst()
                .orElse(null);
    }
}
