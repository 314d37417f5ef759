package io.deskpulse.ops.replay;

import io.deskpulse.schemas.EventStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was sent of files.
 *
 * @param eventsByStream valid events; streams without any are left out
 * @param rejectedLines lines that were none, sent to the dead letters
 */
public record Sent(Map<EventStream, Long> eventsByStream, long rejectedLines) {
    /** Keeps the events in the order of the streams. */
    public Sent {
        eventsByStream = new TreeMap<>(eventsByStream);
    }

    /** Valid events of all streams. */
    public long events() {
        return eventsByStream.values().stream().mapToLong(Long::longValue).sum();
    }
}
