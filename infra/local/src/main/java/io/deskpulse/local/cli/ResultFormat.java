package io.deskpulse.local.cli;

/** How a result is printed. Lower case, as it is typed. */
enum ResultFormat {
    /** For people. */
    text,
    /** For spreadsheets. */
    csv,
    /** For programs. */
    json
}
