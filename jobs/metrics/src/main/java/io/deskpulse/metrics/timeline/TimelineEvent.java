package io.deskpulse.metrics.timeline;

import java.util.Comparator;

/**
 * An event that has a place in the timeline of its key.
 *
 * <p>Order inside a key is (time, id) ascending, ids compared as strings (docs/metrics.md). Two events at the same
 * place are the same event delivered twice.
 */
public interface TimelineEvent {
    /** The one order in which events of a key are read, whatever order they arrived in. */
    Comparator<TimelineEvent> ORDER =
            Comparator.comparingLong(TimelineEvent::timeMillis).thenComparing(TimelineEvent::eventId);

    /** The shop it happened in; never empty. */
    String shopId();

    /** When it happened, in milliseconds since the epoch. */
    long timeMillis();

    /** Identity of the event, unique within its key; never null. */
    String eventId();
}
