package io.deskpulse.imports.events;

import io.deskpulse.metrics.privacy.TextRedaction;

/** What becomes of words that people wrote. Lower case, as it is typed. */
public enum TextRule {
    /** Kept as they are. */
    keep,
    /** Kept without personal data. */
    redact,
    /** Left out. */
    drop;

    /** The words that may be told, or null. */
    public String apply(String text) {
        return switch (this) {
            case keep -> text;
            case redact -> TextRedaction.redact(text);
            case drop -> null;
        };
    }
}
