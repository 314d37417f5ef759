package io.deskpulse.streaming.responsetime;

import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.DayFacts;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.timeline.ReleasedSavepoint;
import io.deskpulse.streaming.timeline.ReleasedSavepoint.Backend;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Conversations of a release before there were tags. */
class ReleasedConversationsTest {
    private static final Retention RETENTION = Retention.CONVERSATIONS;
    private static final ReleasedSavepoint<ConversationEvent, DayFacts> SAVEPOINT = new ReleasedSavepoint<>(
            "conversation-timeline-2",
            ReleasedConversations.TOLD,
            backend -> ConversationDaysHarness.start(RETENTION, backend),
            events -> ConversationRows.batch(events, RETENTION));

    /** That release kept less, so each conversation is derived again and every row is sent but what was cut off. */
    @ParameterizedTest
    @EnumSource(Backend.class)
    void theyGoOnInOrder(Backend backend) throws Exception {
        SAVEPOINT.goesOnInOrder(backend, 10);
    }

    /** All but what was cut off. */
    @ParameterizedTest
    @EnumSource(Backend.class)
    void theyGoOnOutOfOrder(Backend backend) throws Exception {
        SAVEPOINT.goesOnOutOfOrder(backend, 10);
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void theyAreStillKnown(Backend backend) throws Exception {
        SAVEPOINT.knowsWhatWasTold(backend);
    }
}
