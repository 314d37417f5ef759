package io.deskpulse.ops.hotspots;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What stands behind an incident.
 *
 * @param days of its head, the latest first
 * @param alarms its alarms, in the order in which they opened
 */
public record CellHistory(List<Day> days, List<Alarm> alarms) {
    /** Copies the lists. */
    public CellHistory {
        days = List.copyOf(days);
        alarms = List.copyOf(alarms);
    }

    /** A day: exposures, complaints seen and expected. */
    public record Day(LocalDate day, double exposures, int observed, double expected) {}

    /** An alarm of the incident. */
    public record Alarm(
            Incident.Cell cell, boolean isOpen, Instant openedAt, int observed, double expected, double ratio) {}
}
