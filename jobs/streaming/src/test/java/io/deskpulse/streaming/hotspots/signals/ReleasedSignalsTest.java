package io.deskpulse.streaming.hotspots.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.complaints.ComplaintEvent;
import io.deskpulse.metrics.complaints.Orders;
import io.deskpulse.metrics.complaints.contacts.ContactEvent;
import io.deskpulse.metrics.complaints.contacts.ContactEvent.Kind;
import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import io.deskpulse.streaming.timeline.ReleasedSavepoint.Backend;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Savepoints of the first release that told hotspots anything, from what is told {@linkplain #before before} them; they are never
 * written again.
 */
class ReleasedSignalsTest {
    private static final OrderTicks ORDERS = new OrderTicks(ReasonTaxonomy.bundled(), Retention.BUYERS);
    private static final ContactTicks CONTACTS =
            new ContactTicks(new AgentGroups(Map.of("s1", Map.of("a", "night"))), Retention.BUYERS);

    /** What that release had told by then. */
    private static final String TOLD_UNTIL = "02:30:00";

    private static final int BEFORE = 4;

    private static final List<ComplaintEvent> OF_ORDER = new Orders()
            .created("01:00:00", "浙江", "k1", "k2")
            .shipped("02:00:00", "p1", "SF", "k1")
            .signed("02:40:00", "p1")
            .refund("02:45:00", "r1", "broken", "k1")
            .shipped("03:00:00", "p2", "JD", "k2")
            .signed("04:00:00", "p2")
            .ticket("05:00:00", "t1", "c1", "rude", "k2")
            .reviewed("06:00:00", "k2", "broken")
            .events();

    private static final List<ContactEvent> OF_CONVERSATION = List.of(
            event("01:00:00", Kind.OPENED_AT_ROBOT, null, null),
            event("01:05:00", Kind.BUYER_SPOKE, null, "k1"),
            event("02:40:00", Kind.AT_HUMAN, null, null),
            complaint("02:45:00"),
            event("03:00:00", Kind.ANSWERED, "a", null),
            complaint("04:00:00"),
            event("05:00:00", Kind.BUYER_SPOKE, null, "k2"));

    /** Starts attempts. */
    private interface Attempts<E extends TimelineEvent> {
        TickAttempt<E> on(StateBackend backend, OperatorSubtaskState state) throws Exception;
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void ordersGoOn(Backend backend) throws Exception {
        goesOn(
                "order-signals-1",
                OF_ORDER,
                (kept, state) -> TickAttempt.ofOrders(ORDERS, kept, state),
                backend,
                List.of("SIGNED", "carrier=SF", "carrier=JD", "COMPLAINED"));
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void conversationsGoOn(Backend backend) throws Exception {
        goesOn(
                "contact-signals-1",
                OF_CONVERSATION,
                (kept, state) -> TickAttempt.ofContacts(CONTACTS, kept, state),
                backend,
                List.of("CONVERSATION", "value=k1", "night"));
    }

    /** What is told from then on is what a build that never stopped tells; what came before is known, and not told again. */
    private static <E extends TimelineEvent> void goesOn(
            String file, List<E> events, Attempts<E> attempts, Backend backend, List<String> parts) throws Exception {
        List<String> unstopped;
        try (TickAttempt<E> attempt = attempts.on(backend.make(), null)) {
            before(attempt, events);
            attempt.told();
            unstopped = after(attempt, events);
        }
        OperatorSubtaskState saved = OperatorSnapshotUtil.readStateHandle("src/test/resources/state/" + file);
        try (TickAttempt<E> attempt = attempts.on(backend.make(), saved)) {
            attempt.harness.processWatermark(Orders.millis(TOLD_UNTIL));

            assertThat(after(attempt, events)).isEqualTo(unstopped);
            assertThat(String.join("\n", unstopped)).contains(parts);
            for (int day : new int[] {100, 200, 400}) {
                attempt.harness.processWatermark(
                        Orders.millis(TOLD_UNTIL) + Duration.ofDays(day).toMillis());
            }
            assertThat(attempt.harness.numEventTimeTimers()).isZero();
        }
    }

    private static <E extends TimelineEvent> void before(TickAttempt<E> attempt, List<E> events) throws Exception {
        for (E event : events.subList(0, BEFORE)) {
            attempt.send(event);
        }
        attempt.harness.processWatermark(Orders.millis(TOLD_UNTIL));
    }

    private static <E extends TimelineEvent> List<String> after(TickAttempt<E> attempt, List<E> events)
            throws Exception {
        for (E event : events) {
            attempt.send(event);
        }
        attempt.harness.processWatermark(Orders.millis("23:00:00"));
        return attempt.told();
    }

    private static ContactEvent event(String time, Kind kind, String account, String sku) {
        return new ContactEvent("s1", "c1", time, Orders.millis(time), kind, account, sku, null);
    }

    private static ContactEvent complaint(String time) {
        long at = Orders.millis(time);
        Complaint complaint = new Complaint(at, time, 2, 7L, Complaint.UNKNOWN, null, null, null, null);
        return new ContactEvent("s1", "c1", time, at, Kind.COMPLAINED, null, null, complaint);
    }
}
