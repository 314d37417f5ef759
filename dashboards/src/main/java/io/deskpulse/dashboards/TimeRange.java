package io.deskpulse.dashboards;

import java.time.Instant;

/** The time range of a dashboard; both ends belong to it, as Grafana's filters include them. */
public record TimeRange(Instant from, Instant to) {
    /** Refuses a range that ends before it begins. */
    public TimeRange {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("from must not be after to, got " + from + " > " + to);
        }
    }
}
