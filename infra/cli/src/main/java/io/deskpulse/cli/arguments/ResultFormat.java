package io.deskpulse.cli.arguments;

/** How a result is printed. Lower case, as it is typed. */
public enum ResultFormat {
    /** For people. */
    text,
    /** For spreadsheets. */
    csv,
    /** For programs. */
    json
}
