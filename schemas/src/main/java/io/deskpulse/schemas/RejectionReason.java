package io.deskpulse.schemas;

/**
 * Why an event was not accepted; travels as the header {@code reason} of a dead letter and as a column of {@code
 * rejected_events}. Names are a contract: never rename one.
 */
public enum RejectionReason {
    /** The bytes are not one whole event of the schema they name. */
    UNDECODABLE,
    /** The bytes name a schema that this release does not know. */
    UNKNOWN_SCHEMA,
    /** The line is not one JSON object (JSON Lines only). */
    MALFORMED_LINE,
    /** A required field is absent. */
    MISSING_FIELD,
    /** A field is unknown, of another type, or holds a value that cannot be. */
    IMPOSSIBLE_VALUE,
    /** The event claims to happen too far in the future. */
    IN_FUTURE,
    /** The event came after what it belongs to was forgotten. */
    TOO_LATE
}
