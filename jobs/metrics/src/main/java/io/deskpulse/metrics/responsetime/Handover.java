package io.deskpulse.metrics.responsetime;

/**
 * A change of who is responsible while a buyer waits.
 *
 * @param atMillis when, milliseconds since the epoch
 * @param account the account responsible from then on; null when the buyer went to the queue
 */
public record Handover(long atMillis, String account) {}
