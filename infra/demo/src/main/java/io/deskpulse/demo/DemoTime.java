package io.deskpulse.demo;

import java.time.Instant;
import java.time.InstantSource;

/**
 * How far a demo has come: it begins in the past, runs faster than the clock until it has caught up, and then with it.
 *
 * <p>It never runs ahead of the clock, since events from the future are rejected.
 */
final class DemoTime {

    private final InstantSource clock;
    private final Instant start;
    private final double speed;
    private final Instant begun;

    /**
     * A demo that begins now, as far as the clock is concerned.
     *
     * @param start the demo's first instant, not after now
     * @param speed demo seconds a second while it lies in the past, >= 1; infinite: it catches up at once
     */
    DemoTime(InstantSource clock, Instant start, double speed) {
        this.clock = clock;
        this.start = start;
        this.speed = speed;
        this.begun = clock.instant();
    }

    /** The demo's present: what is due until then may be sent. */
    Instant present() {
        Instant now = clock.instant();
        if (Double.isInfinite(speed)) {
            return now;
        }
        double ranMillis = (now.toEpochMilli() - begun.toEpochMilli()) * speed;
        Instant reached = start.plusMillis((long) ranMillis);
        return reached.isBefore(now) ? reached : now;
    }
}
