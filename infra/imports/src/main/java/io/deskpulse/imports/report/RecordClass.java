package io.deskpulse.imports.report;

/** What becomes of a record; each is exactly one of these. */
public enum RecordClass {
    MAPPED("mapped"),
    WITHOUT_EVENT("known_without_event"),
    UNKNOWN("unknown"),
    SEEN_AGAIN("seen_again"),
    REFUSED("refused");

    private final String key;

    RecordClass(String key) {
        this.key = key;
    }

    /** Its name in the report. */
    public String key() {
        return key;
    }
}
