package io.deskpulse.bench.peers.question;

/** Where a peer keeps its open rounds: at most one a conversation. */
public interface OpenRounds {
    /** When the open round of a conversation was opened, milliseconds since the epoch; null when none is open. */
    Long openedAt(String conversation);

    /** Opens one. */
    void open(String conversation, long atMillis);

    /** Ends the open one. */
    void end(String conversation);
}
