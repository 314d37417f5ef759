package io.deskpulse.bench.peers.question;

/**
 * A chat event, as far as the question goes.
 *
 * @param conversation id, unique over all shops of the load
 * @param timeMillis when, milliseconds since the epoch
 * @param act what
 */
public record Said(String conversation, long timeMillis, Act act) {}
