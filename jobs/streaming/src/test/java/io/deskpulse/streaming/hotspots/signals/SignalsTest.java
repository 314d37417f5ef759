package io.deskpulse.streaming.hotspots.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.complaints.ComplaintEvent;
import io.deskpulse.metrics.complaints.Orders;
import io.deskpulse.metrics.complaints.RandomOrders;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import io.deskpulse.streaming.testing.CountedOperator;
import io.deskpulse.streaming.ticks.TickOperator;
import io.deskpulse.streaming.timeline.ReleasedSavepoint.Backend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What hotspots are told of orders, however the events arrive within the disorder. */
class SignalsTest {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long DISORDER = 5 * MINUTE;
    private static final Retention RETENTION = Retention.of(Duration.ofDays(35), Duration.ofDays(120));
    private static final OrderTicks ORDERS = new OrderTicks(ReasonTaxonomy.bundled(), RETENTION);

    @ParameterizedTest
    @EnumSource(Backend.class)
    void anyArrivalWithinTheDisorderTellsTheSame(Backend backend) throws Exception {
        for (int seed = 0; seed < (backend == Backend.HASH_MAP ? 30 : 2); seed++) {
            List<ComplaintEvent> events = RandomOrders.events(seed, 5, 25, 4 * MINUTE);
            List<String> inOrder = tell(events, 0, seed, backend);

            assertThat(inOrder).as("seed %d", seed).isNotEmpty();
            for (int arrival = 1; arrival < 4; arrival++) {
                assertThat(tell(events, DISORDER, 31L * seed + arrival, backend))
                        .as("seed %d, arrival %d", seed, arrival)
                        .isEqualTo(inOrder);
            }
        }
    }

    @Test
    void nothingIsToldBeforeItsTickIsOverAndWhatComesLaterOnlyIsRemembered() throws Exception {
        List<ComplaintEvent> events = new Orders()
                .created("01:00:00", "浙江", "k1")
                .shipped("02:00:00", "p1", "SF")
                .signed("02:30:00", "p1")
                .refund("03:00:00", "r1", "broken")
                .events();
        try (TickAttempt<ComplaintEvent> attempt = TickAttempt.ofOrders(ORDERS, new HashMapStateBackend(), null)) {
            attempt.send(events.get(0));
            attempt.send(events.get(1));
            attempt.harness.processWatermark(Orders.millis("02:05:00") - 2);
            assertThat(attempt.told()).isEmpty();
            attempt.harness.processWatermark(Orders.millis("02:05:00") - 1);
            assertThat(attempt.told()).hasSize(4).allMatch(signal -> signal.contains("SHIPPED"));

            attempt.harness.processWatermark(Orders.millis("02:50:00"));
            attempt.send(events.get(2));
            attempt.send(events.get(3));
            attempt.harness.processWatermark(Orders.millis("03:10:00"));
            assertThat(attempt.told())
                    .singleElement()
                    .asString()
                    .contains("exposedAtMillis=" + Orders.millis("02:30:00"))
                    .contains("carrier=SF");
        }
    }

    @Test
    void whatIsLateIsCountedAndNotTold() throws Exception {
        List<ComplaintEvent> events = new Orders()
                .created("01:00:00", "浙江", "k1")
                .shipped("02:00:00", "p1", "SF")
                .signed("02:30:00", "p1")
                .refund("03:00:00", "r1", "broken")
                .events();
        CountedOperator counted = new CountedOperator();
        try (TickAttempt<ComplaintEvent> attempt = TickAttempt.ofOrders(ORDERS, counted)) {
            attempt.send(events.get(0));
            attempt.harness.processWatermark(Orders.millis("03:10:00"));
            attempt.told();
            for (ComplaintEvent late : events.subList(1, 4)) {
                attempt.send(late);
                attempt.send(late);
            }
            attempt.harness.processWatermark(Orders.millis("09:00:00"));

            assertThat(attempt.told()).isEmpty();
            assertThat(counted.count("lateEvents")).isEqualTo(3);
            assertThat(counted.count("duplicateEvents")).isEqualTo(3);
        }
    }

    @Test
    void ofTwoDeliveriesThatWaitTheSmallerIsKept() throws Exception {
        ComplaintEvent refund =
                new Orders().refund("03:00:00", "r1", "late").events().get(0);
        ComplaintEvent earlier = new ComplaintEvent(
                refund.shopId(),
                refund.about(),
                refund.eventId(),
                Orders.millis("02:58:00"),
                refund.kind(),
                refund.buyerId(),
                null,
                refund.detail(),
                null,
                refund.skuIds(),
                refund.claim());
        for (List<ComplaintEvent> arrival : List.of(List.of(refund, earlier), List.of(earlier, refund))) {
            try (TickAttempt<ComplaintEvent> attempt = TickAttempt.ofOrders(ORDERS, new HashMapStateBackend(), null)) {
                attempt.send(arrival.get(0));
                attempt.send(arrival.get(1));
                attempt.harness.processWatermark(Orders.millis("04:00:00"));
                assertThat(attempt.told())
                        .singleElement()
                        .asString()
                        .contains("timeMillis=" + Orders.millis("02:58:00"));
            }
        }
    }

    @Test
    void anOrderIsForgottenOnceItHasBeenSilentForItsRetention() throws Exception {
        List<ComplaintEvent> events = new Orders()
                .created("01:00:00", "浙江", "k1")
                .shipped("02:00:00", "p1", "SF")
                .signed("03:00:00", "p1")
                .events();
        long signed = Orders.millis("03:00:00");
        try (TickAttempt<ComplaintEvent> attempt = TickAttempt.ofOrders(ORDERS, new HashMapStateBackend(), null)) {
            attempt.send(events.get(0));
            attempt.send(events.get(1));
            attempt.harness.processWatermark(Orders.millis("02:30:00"));
            attempt.send(events.get(2));
            attempt.harness.processWatermark(signed + Duration.ofDays(35).toMillis() - 1);
            assertThat(attempt.harness.numKeyedStateEntries()).isOne();

            attempt.harness.processWatermark(signed + Duration.ofDays(70).toMillis());
            assertThat(attempt.harness.numKeyedStateEntries()).isZero();
            assertThat(attempt.harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void importsForgetNothing() throws Exception {
        List<ComplaintEvent> events = new Orders()
                .created("01:00:00", "浙江", "k1")
                .shipped("02:00:00", "p1", "SF")
                .signed("03:00:00", "p1")
                .events();
        OrderTicks forever = new OrderTicks(ReasonTaxonomy.bundled(), Retention.FOREVER);
        try (TickAttempt<ComplaintEvent> attempt = TickAttempt.ofOrders(forever, new HashMapStateBackend(), null)) {
            for (ComplaintEvent event : events) {
                attempt.send(event);
            }
            attempt.harness.processWatermark(Orders.millis("02:10:00"));
            attempt.harness.processWatermark(Long.MAX_VALUE);

            assertThat(attempt.told()).hasSize(8).last().asString().contains("SIGNED");
            assertThat(attempt.harness.numKeyedStateEntries()).isOne();
            assertThat(attempt.harness.numEventTimeTimers()).isZero();
        }
    }

    /** All that is told, sorted, as operators of several keys tell in no order. */
    private static List<String> tell(List<ComplaintEvent> events, long disorder, long seed, Backend backend)
            throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        record Arrival(ComplaintEvent event, long at) {}
        List<Arrival> arrivals = new ArrayList<>();
        for (ComplaintEvent event : events) {
            int copies = disorder > 0 && random.nextInt(3) == 0 ? 2 : 1;
            for (int copy = 0; copy < copies; copy++) {
                arrivals.add(new Arrival(event, event.timeMillis() + (disorder == 0 ? 0 : random.nextLong(disorder))));
            }
        }
        arrivals.sort(Comparator.comparingLong(Arrival::at));
        List<String> told = new ArrayList<>();
        TickAttempt<ComplaintEvent> attempt = TickAttempt.ofOrders(ORDERS, backend.make(), null);
        long newest = Long.MIN_VALUE;
        for (int i = 0; i < arrivals.size(); i++) {
            ComplaintEvent event = arrivals.get(i).event();
            attempt.send(event);
            newest = Math.max(newest, event.timeMillis());
            if (random.nextInt(3) == 0) {
                attempt.harness.processWatermark(newest - DISORDER - 1);
            }
            if (disorder > 0 && random.nextInt(20) == 0) {
                told.addAll(attempt.told());
                OperatorSubtaskState state = attempt.harness.snapshot(i, i);
                attempt.close();
                attempt = TickAttempt.ofOrders(ORDERS, backend.make(), state);
                attempt.harness.processWatermark(newest - DISORDER - 1);
            }
        }
        attempt.harness.processWatermark(newest + TickOperator.TICK_MILLIS);
        told.addAll(attempt.told());
        attempt.close();
        told.sort(Comparator.naturalOrder());
        return told;
    }
}
