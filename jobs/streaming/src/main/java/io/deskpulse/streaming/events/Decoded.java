package io.deskpulse.streaming.events;

import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.streaming.deadletters.DeadLetter;
import io.deskpulse.streaming.timeline.Located;

/**
 * What one message is to one family, or a dead letter. Exactly one of {@code event} and {@code rejected} is null.
 *
 * @param intake which of the source's intakes took the event; 0 for a dead letter
 * @param event the family's event
 * @param rejected why there is none for anybody
 */
record Decoded(int intake, Located<? extends TimelineEvent> event, DeadLetter rejected) {
    static Decoded event(int intake, Located<? extends TimelineEvent> event) {
        return new Decoded(intake, event, null);
    }

    static Decoded rejected(DeadLetter letter) {
        return new Decoded(0, null, letter);
    }
}
