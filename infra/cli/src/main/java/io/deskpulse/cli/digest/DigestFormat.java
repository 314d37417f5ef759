package io.deskpulse.cli.digest;

/** How a digest is printed. Lower case, as it is typed. */
enum DigestFormat {
    /** As it is mailed. */
    html,
    /** For a terminal. */
    markdown,
    /** For programs. */
    json
}
