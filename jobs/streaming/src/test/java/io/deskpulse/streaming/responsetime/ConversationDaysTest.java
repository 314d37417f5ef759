package io.deskpulse.streaming.responsetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.DayFacts;
import io.deskpulse.metrics.responsetime.Sender;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.timeline.Located;
import io.deskpulse.streaming.timeline.TimelineHarness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The timeline shell with response times in it: every arrival gives the rows of the batch. */
class ConversationDaysTest {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = 24 * HOUR;
    private static final Retention RETENTION = Retention.CONVERSATIONS;

    @ParameterizedTest
    @ValueSource(strings = {"hashmap", "rocksdb"})
    void anyArrivalWithDuplicatesAndRestartsGivesTheRowsOfTheBatch(String backend) throws Exception {
        for (int seed = 0; seed < 30; seed++) {
            List<ConversationEvent> events = RandomShop.events(seed, 5, 30, 6 * HOUR);
            List<String> rows = ConversationDaysHarness.start(Retention.FOREVER, backend(backend))
                    .rowsOfAnyArrival(events, seed, () -> backend(backend));

            assertThat(rows).as("seed %d", seed).isEqualTo(ConversationRows.batch(events, Retention.FOREVER));
        }
    }

    @Test
    void forgettingInTimeOrderAgreesWithABatchThatForgets() throws Exception {
        for (int seed = 100; seed < 130; seed++) {
            List<ConversationEvent> events = RandomShop.events(seed, 8, 25, 4 * DAY);
            TimelineHarness<ConversationEvent, DayFacts> shell =
                    ConversationDaysHarness.start(RETENTION, new HashMapStateBackend());
            for (ConversationEvent event : events) {
                shell.send(event);
                shell.watermark(event.timeMillis() - 10 * 60_000);
            }

            assertThat(shell.rows()).as("seed %d", seed).isEqualTo(ConversationRows.batch(events, RETENTION));
            assertThat(shell.late()).isEmpty();
            shell.close();
        }
    }

    @Test
    void disorderWithinTheRetentionAgreesWithABatchThatForgets() throws Exception {
        for (int seed = 200; seed < 230; seed++) {
            List<ConversationEvent> events = RandomShop.events(seed, 8, 25, DAY);
            List<ConversationEvent> arrival = new ArrayList<>(events);
            for (int from = 0; from < arrival.size(); from += 10) {
                Collections.shuffle(arrival.subList(from, Math.min(from + 10, arrival.size())), new Random(seed));
            }
            TimelineHarness<ConversationEvent, DayFacts> shell =
                    ConversationDaysHarness.start(RETENTION, new HashMapStateBackend());
            for (ConversationEvent event : arrival) {
                shell.send(event);
            }

            assertThat(shell.rows()).as("seed %d", seed).isEqualTo(ConversationRows.batch(events, RETENTION));
            shell.close();
        }
    }

    @Test
    void stateAndTimersAreEmptyOnceAllConversationsAreForgotten() throws Exception {
        try (TimelineHarness<ConversationEvent, DayFacts> shell =
                ConversationDaysHarness.start(RETENTION, new HashMapStateBackend())) {
            List<ConversationEvent> events = RandomShop.events(1, 20, 20, HOUR);
            for (ConversationEvent event : events) {
                shell.send(event);
            }
            assertThat(shell.keyedStateEntries()).isPositive();
            assertThat(shell.timers()).isEqualTo(20);

            shell.watermark(Long.MAX_VALUE);

            assertThat(shell.keyedStateEntries()).isZero();
            assertThat(shell.timers()).isZero();
            assertThat(shell.rows()).isEqualTo(ConversationRows.batch(events, RETENTION));
        }
    }

    @Test
    void aConversationAtRestIsForgottenAfterTwiceTheRetentionAndWhatComesThenIsTooLate() throws Exception {
        try (TimelineHarness<ConversationEvent, DayFacts> shell =
                ConversationDaysHarness.start(RETENTION, new HashMapStateBackend())) {
            List<ConversationEvent> talk = talk();
            for (ConversationEvent event : talk) {
                shell.send(event);
            }
            long last = talk.get(talk.size() - 1).timeMillis();

            shell.watermark(last + 2 * RETENTION.atRestMillis() - 1);
            assertThat(shell.keyedStateEntries()).isPositive();
            shell.watermark(last + 2 * RETENTION.atRestMillis());
            assertThat(shell.keyedStateEntries()).isZero();

            shell.send(talk.get(0));
            assertThat(shell.late()).extracting(Located::offset).containsExactly(2L);
            assertThat(shell.rows()).isEqualTo(ConversationRows.batch(talk, RETENTION));
        }
    }

    @Test
    void aConversationWithAnOpenQuestionIsKept() throws Exception {
        try (TimelineHarness<ConversationEvent, DayFacts> shell =
                ConversationDaysHarness.start(RETENTION, new HashMapStateBackend())) {
            ConversationEvent question = talk().get(0);
            shell.send(question);

            shell.watermark(question.timeMillis() + 30 * DAY);
            assertThat(shell.keyedStateEntries()).isPositive();
            shell.watermark(question.timeMillis() + 123 * DAY);
            assertThat(shell.keyedStateEntries()).isZero();
        }
    }

    @Test
    void anEventThatMayBelongToACutOffTimelineIsTooLateWhateverTheWatermark() throws Exception {
        try (TimelineHarness<ConversationEvent, DayFacts> shell =
                ConversationDaysHarness.start(RETENTION, new HashMapStateBackend())) {
            List<ConversationEvent> talk = talk();
            for (ConversationEvent event : talk) {
                shell.send(event);
            }
            shell.send(at(talk.get(0), "later", talk.get(1).timeMillis() + 5 * DAY));

            shell.send(at(talk.get(0), "before-the-cut", talk.get(1).timeMillis() + DAY));

            assertThat(shell.late()).hasSize(1);
        }
    }

    @Test
    void rowsOfAConversationAreGatheredWithinTheFlushInterval() throws Exception {
        try (TimelineHarness<ConversationEvent, DayFacts> shell =
                ConversationDaysHarness.start(Retention.FOREVER, new HashMapStateBackend())) {
            List<ConversationEvent> events = RandomShop.events(3, 1, 40, 1000);
            for (ConversationEvent event : events) {
                shell.send(event);
            }
            shell.flush();
            assertThat(shell.rowsSent()).isEqualTo(1);
            shell.flush();
            assertThat(shell.rowsSent()).isEqualTo(1);
        }
    }

    @Test
    void whatFollowsAQuietWhileShowsSoonAndTheRestWithTheNextBeat() throws Exception {
        try (TimelineHarness<ConversationEvent, DayFacts> shell =
                ConversationDaysHarness.start(Retention.FOREVER, new HashMapStateBackend())) {
            List<ConversationEvent> events = RandomShop.events(3, 1, 40, 1000);
            long quarter = TimelineHarness.FLUSH_INTERVAL / 4;
            shell.send(events.get(0));
            shell.pass(quarter);
            assertThat(shell.rowsSent()).isEqualTo(1);

            for (int i = 1; i <= 2; i++) {
                shell.send(events.get(i));
                shell.pass(quarter);
                assertThat(shell.rowsSent()).isEqualTo(1);
            }
            shell.send(events.get(3));
            shell.pass(quarter);
            assertThat(shell.rowsSent()).isEqualTo(2);

            shell.flush();
            shell.send(events.get(4));
            shell.pass(quarter);
            assertThat(shell.rowsSent()).isEqualTo(3);
        }
    }

    private static List<ConversationEvent> talk() {
        return RandomShop.events(0, 200, 2, HOUR).stream()
                .collect(Collectors.groupingBy(ConversationEvent::conversationId))
                .values()
                .stream()
                .filter(ConversationDaysTest::isQuestionAndAnswer)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isQuestionAndAnswer(List<ConversationEvent> talk) {
        return talk.get(0).sender() == Sender.BUYER
                && talk.get(1).sender() == Sender.AGENT
                && talk.get(1).timeMillis() > talk.get(0).timeMillis();
    }

    private static ConversationEvent at(ConversationEvent like, String id, long millis) {
        return new ConversationEvent(
                like.shopId(),
                like.conversationId(),
                id,
                millis,
                like.kind(),
                like.buyerId(),
                like.channel(),
                like.sender(),
                like.account(),
                like.toAccount(),
                like.label(),
                like.score(),
                like.topic(),
                like.buyerTier());
    }

    private static StateBackend backend(String name) {
        return name.equals("rocksdb") ? new EmbeddedRocksDBStateBackend() : new HashMapStateBackend();
    }
}
