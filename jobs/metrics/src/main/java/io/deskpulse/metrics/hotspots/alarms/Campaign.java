package io.deskpulse.metrics.hotspots.alarms;

import java.io.Serializable;

/**
 * A campaign of the shop's calendar. It switches nothing off, as exposure explains what sales bring; alarms say that it ran.
 *
 * @param name for people
 * @param fromMillis when it begins, milliseconds since the epoch
 * @param untilMillis when it has ended
 */
public record Campaign(String name, long fromMillis, long untilMillis) implements Serializable {
    /** Checks the times. */
    public Campaign {
        if (untilMillis <= fromMillis) {
            throw new IllegalArgumentException("campaign " + name + " must end after it begins");
        }
    }

    boolean runsAt(long millis) {
        return millis >= fromMillis && millis < untilMillis;
    }
}
