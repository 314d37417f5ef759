package io.deskpulse.streaming.timeline;

/**
 * An event and where it lies in Kafka, so that a rejection far from the source can still name it.
 *
 * @param event the event
 * @param partition partition of its topic
 * @param offset offset in that partition
 */
public record Located<E>(E event, int partition, long offset) {}
