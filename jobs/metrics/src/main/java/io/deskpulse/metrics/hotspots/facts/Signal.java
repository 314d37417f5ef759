package io.deskpulse.metrics.hotspots.facts;

/** What a shop's hotspots are told: that somebody complained, or that something happened which may lead to a complaint. */
public sealed interface Signal permits Complaint, Exposure {
    /** Event time, milliseconds since the epoch. */
    long timeMillis();
}
