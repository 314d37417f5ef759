package io.deskpulse.streaming.sources;

import io.deskpulse.streaming.deadletters.DeadLetter;
import io.deskpulse.streaming.timeline.Located;

/**
 * What became of one message: an event, or a dead letter. Exactly one of the two is null.
 *
 * @param event the event
 * @param rejected why there is none
 */
public record Decoded<E>(Located<E> event, DeadLetter rejected) {}
