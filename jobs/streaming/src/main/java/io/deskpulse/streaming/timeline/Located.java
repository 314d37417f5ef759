package io.deskpulse.streaming.timeline;

import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.streaming.facts.FactFamily;
import org.apache.flink.api.java.functions.KeySelector;

/**
 * An event and where it lies in Kafka, so that a rejection far from the source can still name it.
 *
 * @param event the event
 * @param partition partition of its topic
 * @param offset offset in that partition
 */
public record Located<E>(E event, int partition, long offset) {

    /** Tells the key of the timeline to which an event of a family belongs. */
    public static <E extends TimelineEvent> KeySelector<Located<E>, String> byKey(FactFamily<E, ?, ?> family) {
        return located -> family.key(located.event());
    }
}
