package io.deskpulse.digest.channels;

import io.deskpulse.metrics.privacy.TextRedaction;
import java.time.Duration;

/**
 * What became of an attempt to send.
 *
 * @param kind in a word
 * @param detail what the receiver answered, without addresses and secrets; empty when nothing
 * @param pause how long the receiver asks to wait; null when it does not
 */
public record Outcome(Kind kind, String detail, Duration pause) {
    private static final int LONGEST = 300;

    /** What became of an attempt. */
    public enum Kind {
        /** The receiver has it. */
        ACCEPTED,
        /** The receiver does not have it, and may take it later. */
        AGAIN,
        /** The receiver does not have it, and will not take it. */
        REFUSED,
        /** Nobody can tell whether the receiver has it. */
        UNKNOWN
    }

    /** Cuts the detail, and takes personal data out of it: a receiver may repeat in its answer what it was sent. */
    public Outcome {
        String line = detail == null ? "" : detail.replaceAll("\\s+", " ").strip();
        detail = TextRedaction.redact(line.length() <= LONGEST ? line : line.substring(0, LONGEST));
    }

    /** An outcome without a time to wait. */
    public static Outcome of(Kind kind, String detail) {
        return new Outcome(kind, detail, null);
    }
}
