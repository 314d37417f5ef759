package io.deskpulse.schemas;

import java.util.Objects;

/**
 * What is wrong with one event, in words for the person who has to repair it.
 *
 * @param reason the machine-readable class of failure
 * @param field the field at fault, snake case, {@code lines[0].quantity} inside an array; null when it is the whole event
 * @param problem what was expected and, where that is not personal, what was found; never the text or the buyer id
 */
public record Rejection(RejectionReason reason, String field, String problem) {
    /** Refuses null where there must be a word. */
    public Rejection {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(problem, "problem");
    }

    /** A rejection of the whole event. */
    public static Rejection of(RejectionReason reason, String problem) {
        return new Rejection(reason, null, problem);
    }

    /** A rejection because a required field is absent. */
    public static Rejection missing(String field, String problem) {
        return new Rejection(RejectionReason.MISSING_FIELD, field, problem);
    }

    /** A rejection because of what a field holds. */
    public static Rejection impossible(String field, String problem) {
        return new Rejection(RejectionReason.IMPOSSIBLE_VALUE, field, problem);
    }

    /** Field and problem in one line: the header {@code detail} of a dead letter. */
    public String detail() {
        return field == null ? problem : "field '" + field + "': " + problem;
    }
}
