package io.deskpulse.metrics.hotspots.alarms;

/** Open alarms of one reason that one of them explains. */
final class Incident {
    final String id;
    final int reason;
    OpenAlarm head;

    Incident(String id, int reason) {
        this.id = id;
        this.reason = reason;
    }
}
