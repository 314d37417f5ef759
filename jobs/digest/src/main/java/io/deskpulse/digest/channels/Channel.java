package io.deskpulse.digest.channels;

import java.time.Duration;

/** A way to one receiver. */
public interface Channel {

    /**
     * Sends a message once. Never throws for what the receiver or the line does; returns in a few minutes at most.
     */
    Outcome send(Message message);

    /** Whether a receiver that gets a message twice can tell by its id: only then may one be sent again that may have arrived. */
    boolean knowsRepeats();

    /** Shortest time between two messages to this receiver. */
    Duration gap();
}
