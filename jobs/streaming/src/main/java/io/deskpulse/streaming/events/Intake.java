package io.deskpulse.streaming.events;

import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.streaming.codec.Codec;
import io.deskpulse.streaming.timeline.Located;
import java.io.Serializable;

/**
 * What one family of facts takes in from a stream.
 *
 * @param name of what it takes in; prefix of the uids of a source of its own, so it never changes
 * @param mapping from the stream's reading to the family's event
 * @param codec binary form of the events on their way to their key
 */
public record Intake<R extends Reading, E extends TimelineEvent>(
        String name, EventMapping<R, E> mapping, Codec<Located<E>> codec) implements Serializable {}
