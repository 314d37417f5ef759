package io.deskpulse.digest.delivery;

import java.time.Duration;

/**
 * When a delivery is tried again: after a minute, then twice as long each time, an hour at most; and when no more.
 *
 * @param first after the first attempt
 * @param longest between two
 * @param attempts how many there are at most
 */
public record Backoff(Duration first, Duration longest, int attempts) {
    /** Some nineteen hours in all: a digest of yesterday is of use until tomorrow's. */
    public static final Backoff USUAL = new Backoff(Duration.ofMinutes(1), Duration.ofHours(1), 24);

    /** How long to wait after so many attempts. */
    Duration after(int tried) {
        Duration wait = first;
        for (int i = 1; i < tried && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
