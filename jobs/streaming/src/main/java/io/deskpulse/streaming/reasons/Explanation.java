package io.deskpulse.streaming.reasons;

import java.util.List;

/**
 * What a label and a text were mapped to, and why.
 *
 * @param mapped the result
 * @param source what decided
 * @param findings every term that was found in what decided, in its order; none where a whole label did
 */
public record Explanation(MappedReason mapped, Source source, List<Finding> findings) {
    /** Copies the list. */
    public Explanation {
        findings = List.copyOf(findings);
    }

    /** What decided. */
    public enum Source {
        /** The label as a whole is one of the taxonomy. */
        LABEL,
        /** Terms in the label. */
        WORDS_OF_LABEL,
        /** Terms in the text, or the text as a whole. */
        TEXT,
        /** Nothing did. */
        NOTHING
    }

    /**
     * One term in a text.
     *
     * @param code of its reason
     * @param term as the taxonomy has it
     * @param weight 1 for each Chinese character and 2 for each English word of it, twice that where the reason is not a general one
     * @param refused why it does not count; empty when it does
     */
    public record Finding(String code, String term, int weight, String refused) {
        /** Whether it counts. */
        public boolean counts() {
            return refused.isEmpty();
        }
    }
}
