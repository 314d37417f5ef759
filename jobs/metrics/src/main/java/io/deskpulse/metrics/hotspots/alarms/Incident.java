package io.deskpulse.metrics.hotspots.alarms;

import io.deskpulse.metrics.hotspots.facts.Dimension;

/** Open alarms of one reason that one of them explains. */
final class Incident {
    final String id;
    final int reason;
    /** Against which others are held: the alarm that explains them or, once that has ended, the strongest of those left. */
    OpenAlarm head;

    /** The cell that explains it, and goes on to when its own alarm ends before those that it explains. */
    Dimension explainingDimension;

    String explainingValue;

    Incident(String id, int reason) {
        this.id = id;
        this.reason = reason;
    }
}
