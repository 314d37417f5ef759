package io.deskpulse.streaming.responsetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.responsetime.Chat;
import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.DayFacts;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.timeline.Redelivery;
import io.deskpulse.streaming.timeline.ReleasedSavepoint.Backend;
import io.deskpulse.streaming.timeline.TimelineHarness;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Conversations whose events are delivered again, stamped and worded anew. */
class ConversationDeliveriesTest {
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private static final Redelivery<ConversationEvent, DayFacts> CONVERSATIONS = new Redelivery<>(
            new ConversationFamily(Retention.FOREVER, "Asia/Shanghai", Map.of()),
            ConversationDeliveriesTest::retold,
            backend -> ConversationDaysHarness.start(Retention.FOREVER, backend),
            events -> ConversationRows.batch(events, Retention.FOREVER),
            true);

    @ParameterizedTest
    @EnumSource(Backend.class)
    void anyArrivalGivesTheRowsOfTheSmallestDeliveries(Backend backend) throws Exception {
        CONVERSATIONS.givesOneTable(seed -> RandomShop.events(seed, 4, 30, 6 * HOUR), backend);
    }

    @Test
    void whatCrashedAttemptsWroteLosesInTheEnd() throws Exception {
        Set<String> takenBack = CONVERSATIONS.outlivesCrashes(seed -> RandomShop.events(seed, 2, 20, 6 * HOUR));

        assertThat(takenBack).hasSizeGreaterThan(5);
    }

    @Test
    void aQuestionDeliveredAgainWithALaterStampMakesNobodyWait() throws Exception {
        Chat chat = new Chat().ask("11:00:00").reply("11:00:10", "sam");
        ConversationEvent again = chat.events().get(0);
        again = retold(again, again, again.timeMillis() + 30_000);
        try (TimelineHarness<ConversationEvent, DayFacts> shell = start(Retention.CONVERSATIONS)) {
            shell.send(chat.events().get(0));
            shell.send(chat.events().get(1));
            shell.flush();
            shell.send(again);
            shell.send(again);

            assertThat(shell.rows())
                    .singleElement()
                    .asString()
                    .contains("superseded=1, superseded_example=" + again.eventId() + ",")
                    .contains("rounds.account=[sam]", "open_since=null", "first_response_ms=10000");
        }
    }

    @Test
    void aRowWhoseOnlyEventBelongsToTheDayBeforeIsTakenBack() throws Exception {
        Chat chat = new Chat().on("2026-11-10").ask("23:59:50").on("2026-11-11").ask("00:00:20");
        ConversationEvent later = retold(
                chat.events().get(0), chat.events().get(0), chat.events().get(1).timeMillis());
        try (TimelineHarness<ConversationEvent, DayFacts> shell = start(Retention.CONVERSATIONS)) {
            shell.send(later);
            assertThat(shell.rows()).singleElement().asString().contains("day=2026-11-11");

            shell.send(chat.events().get(0));

            assertThat(shell.rows()).singleElement().asString().contains("day=2026-11-10");
            assertThat(shell.takenBack()).hasSize(1);
        }
    }

    /** The day of a superseded delivery must not hide what happens that day once the conversation has begun anew. */
    @Test
    void aTimelineThatBeginsAnewSharesNoDayWithARowThatWasTakenBack() throws Exception {
        Chat chat = new Chat()
                .on("2026-11-01")
                .ask("12:00:00")
                .reply("12:01:00", "a")
                .on("2026-11-05")
                .ask("12:02:00");
        List<ConversationEvent> events = chat.events();
        ConversationEvent again =
                retold(events.get(1), events.get(1), events.get(1).timeMillis() + 96 * HOUR);
        try (TimelineHarness<ConversationEvent, DayFacts> shell = start(Retention.CONVERSATIONS)) {
            shell.send(events.get(0));
            shell.send(events.get(1));
            shell.send(again);
            shell.flush();
            shell.watermark(again.timeMillis());
            shell.send(events.get(2));

            assertThat(shell.rows())
                    .satisfiesExactly(
                            first -> assertThat(first).contains("day=2026-11-01", "superseded=1,"),
                            last -> assertThat(last).contains("day=2026-11-05", "buyer_messages=1,"));
        }
    }

    private static TimelineHarness<ConversationEvent, DayFacts> start(Retention retention) throws Exception {
        return ConversationDaysHarness.start(retention, new HashMapStateBackend());
    }

    private static ConversationEvent retold(ConversationEvent event, ConversationEvent content, long millis) {
        return new ConversationEvent(
                event.shopId(),
                event.conversationId(),
                event.eventId(),
                millis,
                content.kind(),
                content.buyerId(),
                content.channel(),
                content.sender(),
                content.account(),
                content.toAccount(),
                content.label(),
                content.score(),
                content.topic(),
                content.buyerTier());
    }
}
