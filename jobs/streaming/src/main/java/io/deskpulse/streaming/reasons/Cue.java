package io.deskpulse.streaming.reasons;

/** What a word around a reason says of it. */
enum Cue {
    NO_COMPLAINT,
    NEGATION,
    NOT_NEGATION,
    DOUBT,
    TURN
}
