package io.deskpulse.metrics.timeline;

/** What an event is to the timeline of its key, which has been silent for a while. */
public enum Sequel {
    /** The timeline goes on with it. */
    GOES_ON,
    /** The timeline was forgotten; another one starts with it. */
    STARTS_ANEW,
    /** Its row may have been forgotten and cannot be gone on with. */
    TOO_LATE
}
