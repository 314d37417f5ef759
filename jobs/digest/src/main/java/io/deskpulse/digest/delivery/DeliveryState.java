package io.deskpulse.digest.delivery;

import java.time.Instant;

/**
 * How a delivery last stood.
 *
 * @param word in a word
 * @param attempts how often it was tried
 * @param retryAt of RETRY: not before; else null
 */
public record DeliveryState(Word word, int attempts, Instant retryAt) {
    /** Before the first attempt. */
    public static final DeliveryState NONE = new DeliveryState(null, 0, null);

    /** How a delivery may stand. */
    public enum Word {
        /** An attempt began and nobody knows how it ended. */
        SENDING,
        /** The receiver has it. */
        SENT,
        /** The receiver does not have it, and is tried again. */
        RETRY,
        /** The receiver does not have it and is not tried again. */
        REFUSED,
        /** Nobody knows whether the receiver has it, and it is not tried again. */
        UNKNOWN;

        boolean isFinal() {
            return this == SENT || this == REFUSED || this == UNKNOWN;
        }
    }
}
