package io.deskpulse.metrics.hotspots.alarms;

import io.deskpulse.metrics.hotspots.alarms.AlarmRow.Kind;
import java.util.List;

/** An alarm that has not ended, and what its last version shows. */
final class OpenAlarm {
    int cell;
    long openedAtMillis;
    Kind kind;
    String campaign;
    Incident incident;
    int version = -1;
    int quietHours;
    /** Whether a new version is due. */
    boolean isChanged;

    long firstSeenAtMillis;
    int observed;
    int buyers;
    double expected;
    double score;
    double threshold;
    long windowMillis;
    double evidence;
    List<String> eventIds = List.of();
}
