package io.deskpulse.streaming.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.conversion.BuyerEvent;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.timeline.Located;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.TestHarnessUtil;
import org.junit.jupiter.api.Test;

class OrderBuyersFunctionTest {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long START = 1_700_000_000_000L;
    private static final Retention RETENTION = Retention.BUYERS;

    @Test
    void anOrderOfOneBuyerIsNotTold() throws Exception {
        assertThat(rows(List.of(event("o1", "ann", 0), event("o1", "ann", 1), event("o2", "bob", 2))))
                .isEmpty();
    }

    @Test
    void whateverTheOrderOfEventsTheLastRowTellsTheNumberOfBuyers() throws Exception {
        List<BuyerEvent> events = new ArrayList<>(List.of(
                event("o1", "ann", 0),
                event("o1", "bob", 1),
                event("o1", "bob", 1),
                event("o1", "cat", 5),
                event("o2", "ann", 2),
                event("o2", "ann", 3),
                event("o3", "dan", 2),
                event("o3", "ann", 4)));
        Random random = new Random(20261128);
        for (int round = 0; round < 50; round++) {
            Collections.shuffle(events, random);
            TreeMap<String, FactRow<Integer>> table = new TreeMap<>();
            for (FactRow<Integer> row : rows(events)) {
                table.merge(row.id(), row, (a, b) -> a.version() > b.version() ? a : b);
            }
            assertThat(table.values())
                    .containsExactly(new FactRow<>("s1", "o1", 3, 3), new FactRow<>("s1", "o3", 2, 2));
        }
    }

    @Test
    void anOrderOfOneShopIsNotThatOfAnother() throws Exception {
        BuyerEvent elsewhere = new BuyerEvent(
                "s2", "bob", "e1", START, BuyerEvent.Kind.ORDER_CREATED, "o1", null, null, null, 0, List.of());

        assertThat(rows(List.of(event("o1", "ann", 0), elsewhere))).isEmpty();
    }

    @Test
    void buyersAreForgottenWhenTheOrderHasBeenSilentForTheRetention() throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<String, Located<BuyerEvent>, FactRow<Integer>> harness =
                harness()) {
            send(harness, event("o1", "ann", 0));
            send(harness, event("o1", "ann", DAY));
            long kept = 2 * RETENTION.atRestMillis();
            harness.processWatermark(new Watermark(START + kept + DAY / 2));
            assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
            harness.processWatermark(new Watermark(START + kept + 2 * DAY));
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    private static List<FactRow<Integer>> rows(List<BuyerEvent> events) throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<String, Located<BuyerEvent>, FactRow<Integer>> harness =
                harness()) {
            for (BuyerEvent event : events) {
                send(harness, event);
            }
            return TestHarnessUtil.getRawElementsFromOutput(harness.getOutput());
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Located<BuyerEvent>, FactRow<Integer>> harness()
            throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, Located<BuyerEvent>, FactRow<Integer>> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new OrderBuyersFunction(RETENTION)),
                        OrderBuyersFunction::key,
                        Types.STRING);
        harness.setup(SharedOrderTable.ROWS.type().createSerializer(null));
        harness.open();
        return harness;
    }

    private static void send(
            KeyedOneInputStreamOperatorTestHarness<String, Located<BuyerEvent>, FactRow<Integer>> harness,
            BuyerEvent event)
            throws Exception {
        harness.processElement(new Located<>(event, 0, 0), event.timeMillis());
    }

    private static BuyerEvent event(String order, String buyer, long afterMillis) {
        return new BuyerEvent(
                "s1",
                buyer,
                "e" + afterMillis,
                START + afterMillis,
                BuyerEvent.Kind.ORDER_CREATED,
                order,
                null,
                null,
                null,
                0,
                List.of());
    }
}
