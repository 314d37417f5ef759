package io.deskpulse.streaming.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.conversion.BuyerEvent;
import io.deskpulse.metrics.conversion.BuyerFacts;
import io.deskpulse.metrics.conversion.RandomBuyers;
import io.deskpulse.metrics.conversion.Story;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.timeline.Located;
import io.deskpulse.streaming.timeline.TimelineHarness;
import io.deskpulse.streaming.timeline.TimelineHarness.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The timeline shell with conversion in it: every arrival and every crash gives the rows of the batch. */
class ConversionRowsTest {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = 24 * HOUR;
    private static final Retention RETENTION = Retention.BUYERS;

    @ParameterizedTest
    @ValueSource(strings = {"hashmap", "rocksdb"})
    void anyArrivalWithDuplicatesAndRestartsGivesTheRowsOfTheBatch(String backend) throws Exception {
        for (int seed = 0; seed < 15; seed++) {
            List<BuyerEvent> events = shop(seed, 5, 40, DAY);
            List<String> rows =
                    start(Retention.FOREVER, backend(backend)).rowsOfAnyArrival(events, seed, () -> backend(backend));

            assertThat(rows).as("seed %d", seed).isEqualTo(BuyerRows.batch(events, Retention.FOREVER));
        }
    }

    /**
     * Chats and orders lie in different partitions, so after a crash they interleave anew: what the crashed attempt wrote must
     * lose against the rows of the complete set even though it may have known more of one topic.
     */
    @Test
    void whatCrashedAttemptsWroteFromAnotherInterleavingLosesInTheEnd() throws Exception {
        for (int seed = 0; seed < 60; seed++) {
            List<BuyerEvent> events = shop(seed, 2, 30, DAY);
            SplittableRandom random = new SplittableRandom(seed);
            TimelineHarness<BuyerEvent, BuyerFacts> shell = start(Retention.FOREVER, new HashMapStateBackend());
            List<BuyerEvent> left = new ArrayList<>(events);
            OperatorSubtaskState checkpoint = null;
            for (int attempt = 0; attempt < 6; attempt++) {
                Collections.shuffle(left, new Random(31L * seed + attempt));
                int kept = attempt == 5 ? left.size() : random.nextInt(left.size() / 2 + 1);
                int lost = attempt == 5 ? 0 : random.nextInt(left.size() - kept + 1);
                for (BuyerEvent event : left.subList(0, kept)) {
                    shell.send(event);
                    if (random.nextInt(3) == 0) {
                        shell.flush();
                    }
                }
                checkpoint = shell.checkpoint(attempt + 1);
                for (BuyerEvent event : left.subList(kept, kept + lost)) {
                    shell.send(event);
                    shell.flush();
                }
                left = new ArrayList<>(left.subList(kept, left.size()));
                if (attempt < 5) {
                    shell = shell.crash(checkpoint, new HashMapStateBackend());
                }
            }

            assertThat(shell.rows()).as("seed %d", seed).isEqualTo(BuyerRows.batch(events, Retention.FOREVER));
            shell.close();
        }
    }

    @Test
    void forgettingInTimeOrderAgreesWithABatchThatForgets() throws Exception {
        for (int seed = 100; seed < 140; seed++) {
            List<BuyerEvent> events = shop(seed, 6, 25, 100 * DAY);
            TimelineHarness<BuyerEvent, BuyerFacts> shell = start(RETENTION, new HashMapStateBackend());
            for (BuyerEvent event : events) {
                shell.send(event);
                shell.watermark(event.timeMillis() - 10 * 60_000);
            }

            assertThat(shell.rows()).as("seed %d", seed).isEqualTo(BuyerRows.batch(events, RETENTION));
            assertThat(shell.late()).isEmpty();
            shell.close();
        }
    }

    @Test
    void disorderWithinTheRetentionAgreesWithABatchThatForgets() throws Exception {
        for (int seed = 200; seed < 230; seed++) {
            List<BuyerEvent> events = shop(seed, 6, 25, 30 * DAY);
            List<BuyerEvent> arrival = new ArrayList<>(events);
            for (int from = 0; from < arrival.size(); from += 10) {
                Collections.shuffle(arrival.subList(from, Math.min(from + 10, arrival.size())), new Random(seed));
            }
            TimelineHarness<BuyerEvent, BuyerFacts> shell = start(RETENTION, new HashMapStateBackend());
            for (BuyerEvent event : arrival) {
                shell.send(event);
            }

            assertThat(shell.rows()).as("seed %d", seed).isEqualTo(BuyerRows.batch(events, RETENTION));
            shell.close();
        }
    }

    @Test
    void stateAndTimersAreEmptyOnceAllBuyersAreForgotten() throws Exception {
        try (TimelineHarness<BuyerEvent, BuyerFacts> shell = start(RETENTION, new HashMapStateBackend())) {
            List<BuyerEvent> events = shop(1, 20, 20, HOUR);
            for (BuyerEvent event : events) {
                shell.send(event);
            }
            assertThat(shell.keyedStateEntries()).isPositive();
            assertThat(shell.timers()).isEqualTo(20);

            shell.watermark(Long.MAX_VALUE);

            assertThat(shell.keyedStateEntries()).isZero();
            assertThat(shell.timers()).isZero();
            assertThat(shell.rows()).isEqualTo(BuyerRows.batch(events, RETENTION));
        }
    }

    @Test
    void aBuyerWithAnOpenOrderIsKeptOneAtRestIsForgottenAndWhatComesThenIsTooLate() throws Exception {
        Story open = new Story().creates("10:00:00", "o1");
        Story ended = new Story().creates("10:00:00", "o1").closes("10:30:00", "o1", "UNPAID");
        try (TimelineHarness<BuyerEvent, BuyerFacts> waits = start(RETENTION, new HashMapStateBackend());
                TimelineHarness<BuyerEvent, BuyerFacts> rests = start(RETENTION, new HashMapStateBackend())) {
            waits.send(open.events().get(0));
            rests.send(ended.events().get(0));
            rests.send(ended.events().get(1));
            long last = ended.events().get(1).timeMillis();

            waits.watermark(last + 100 * DAY);
            rests.watermark(last + 70 * DAY - 1);
            assertThat(waits.keyedStateEntries()).isPositive();
            assertThat(rests.keyedStateEntries()).isPositive();
            waits.watermark(last + 156 * DAY);
            rests.watermark(last + 70 * DAY);
            assertThat(waits.keyedStateEntries()).isZero();
            assertThat(rests.keyedStateEntries()).isZero();

            rests.send(ended.events().get(0));
            assertThat(rests.late()).extracting(Located::offset).containsExactly(2L);
        }
    }

    @Test
    void aMessageThatConcernsNoRowWritesNone() throws Exception {
        Story story = new Story()
                .asks("10:00:00")
                .replies("10:01:00", "a")
                .creates("10:02:00", "o1")
                .asks("10:03:00");
        try (TimelineHarness<BuyerEvent, BuyerFacts> shell = start(RETENTION, new HashMapStateBackend())) {
            for (BuyerEvent event : story.events().subList(0, 3)) {
                shell.send(event);
            }
            shell.flush();
            assertThat(shell.rowsSent()).as("the day and the order").isEqualTo(2);

            shell.send(story.events().get(3));
            shell.flush();

            assertThat(shell.rowsSent()).isEqualTo(2);
        }
    }

    /** Random buyers whose orders live for a month at most, as an order's id is never used again after it was forgotten. */
    private static List<BuyerEvent> shop(int seed, int buyers, int eventsEach, long longestGapMillis) {
        return RandomBuyers.shop(seed, buyers, eventsEach, longestGapMillis).stream()
                .filter(event -> event.kind().isRelevant())
                .map(event -> event.kind().isInChat() ? event : ofItsMonth(event))
                .toList();
    }

    private static BuyerEvent ofItsMonth(BuyerEvent event) {
        return new BuyerEvent(
                event.shopId(),
                event.buyerId(),
                event.eventId(),
                event.timeMillis(),
                event.kind(),
                event.subject() + "-" + event.timeMillis() / (30 * DAY),
                event.account(),
                event.detail(),
                event.label(),
                event.amountFen(),
                event.products());
    }

    static TimelineHarness<BuyerEvent, BuyerFacts> start(Retention retention, StateBackend backend) throws Exception {
        return new TimelineHarness<>(
                new Subject<>(
                        BuyerRows.family(retention),
                        ConversionPipeline.ROWS,
                        BuyerRows::key,
                        FactRow::version,
                        BuyerRows::text),
                backend);
    }

    private static StateBackend backend(String name) {
        return name.equals("rocksdb") ? new EmbeddedRocksDBStateBackend() : new HashMapStateBackend();
    }
}
