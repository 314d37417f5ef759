package io.deskpulse.metrics.timeline;

import io.deskpulse.metrics.binary.Hash64;
import java.util.Comparator;

/**
 * An event that has a place in the timeline of its key.
 *
 * <p>It is known by its shop, stream, subject and id (docs/metrics.md). Two that agree in those are deliveries of one event,
 * whatever else they say; {@link Deliveries} tells which is kept. Ids may repeat in another stream or subject.
 */
public interface TimelineEvent {
    /** The one order in which events of a key are read, whatever order they arrived in; strings by code unit. */
    Comparator<TimelineEvent> ORDER = Comparator.comparingLong(TimelineEvent::timeMillis)
            .thenComparing(TimelineEvent::eventId)
            .thenComparing(TimelineEvent::stream)
            .thenComparing(TimelineEvent::subjectId);

    /** The shop it happened in; never empty. */
    String shopId();

    /** When it happened, in milliseconds since the epoch. */
    long timeMillis();

    /** Its id, unique within its subject in its stream; never null. */
    String eventId();

    /** The stream that told it; empty where all events of a key come from one. */
    default String stream() {
        return "";
    }

    /** The conversation, order or ticket it is about; empty where that is the key itself. */
    default String subjectId() {
        return "";
    }

    /** Hash of what it is known by within its key; states keep it, so its making never changes. */
    default long identityHash() {
        return Hash64.of(eventId(), Hash64.of(subjectId(), Hash64.of(stream(), Hash64.NOTHING)));
    }

    /** Whether both are deliveries of one event, given that they are of one key. */
    default boolean isSameEvent(TimelineEvent other) {
        return eventId().equals(other.eventId())
                && subjectId().equals(other.subjectId())
                && stream().equals(other.stream());
    }
}
