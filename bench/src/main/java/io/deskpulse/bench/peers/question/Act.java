package io.deskpulse.bench.peers.question;

/** What somebody did that the question asks about. */
public enum Act {
    ASKED,
    REPLIED,
    CLOSED
}
