package io.deskpulse.streaming.events;

import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.streaming.kafka.KafkaTopic;
import java.time.Duration;

/**
 * What a family takes in, and from where.
 *
 * @param topic what to read, as which consumer group, from which cluster
 * @param disorder how far events of one partition are out of order; forgetting depends on it, and what is told in event time
 * @param reader of the topic's messages
 * @param intake what it takes from them
 */
public record Subscription<R extends Reading, E extends TimelineEvent>(
        KafkaTopic topic, Duration disorder, EventReader<R> reader, Intake<R, E> intake) {}
