package io.deskpulse.metrics.responsetime;

/**
 * When a message came that the other side saw.
 *
 * @param atMillis milliseconds since the epoch
 * @param byBuyer whether the buyer sent it, rather than an account or a robot of the shop
 */
public record Message(long atMillis, boolean byBuyer) {}
