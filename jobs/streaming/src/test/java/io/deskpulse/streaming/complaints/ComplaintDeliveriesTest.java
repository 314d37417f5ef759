package io.deskpulse.streaming.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.complaints.ComplaintEvent;
import io.deskpulse.metrics.complaints.OrderComplaints;
import io.deskpulse.metrics.complaints.Orders;
import io.deskpulse.metrics.complaints.RandomOrders;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.StoredRow;
import io.deskpulse.streaming.timeline.Redelivery;
import io.deskpulse.streaming.timeline.ReleasedSavepoint.Backend;
import io.deskpulse.streaming.timeline.TimelineHarness;
import io.deskpulse.streaming.timeline.TimelineHarness.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Complaints whose events are delivered again, stamped and worded anew. */
class ComplaintDeliveriesTest {
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private static final ComplaintFamily FAMILY = new ComplaintFamily(Retention.FOREVER, "Asia/Shanghai", Map.of());

    private static final Redelivery<ComplaintEvent, OrderComplaints.Row> COMPLAINTS = new Redelivery<>(
            FAMILY,
            ComplaintDeliveriesTest::retold,
            ComplaintDeliveriesTest::shell,
            ComplaintDeliveriesTest::batch,
            true);

    @ParameterizedTest
    @EnumSource(Backend.class)
    void anyArrivalGivesTheComplaintsOfTheSmallestDeliveries(Backend backend) throws Exception {
        COMPLAINTS.givesOneTable(seed -> RandomOrders.events(seed, 4, 20, 30 * HOUR), backend);
    }

    @Test
    void whatCrashedAttemptsWroteLosesInTheEnd() throws Exception {
        assertThat(COMPLAINTS.outlivesCrashes(seed -> RandomOrders.events(seed, 2, 16, 30 * HOUR)))
                .as("rows that were taken back for a while")
                .isNotEmpty();
    }

    @Test
    void aRowIsTakenBackWhenTheDeliveryToKeepIsNoComplaint() throws Exception {
        ComplaintEvent complaint =
                new Orders().ticket("02:00:00", "t1", "c1", "broken").events().get(0);
        ComplaintEvent none = new ComplaintEvent(
                complaint.shopId(),
                complaint.about(),
                complaint.eventId(),
                complaint.timeMillis() - 1,
                complaint.kind(),
                complaint.buyerId(),
                complaint.ticketId(),
                complaint.detail(),
                complaint.label(),
                complaint.skuIds(),
                null);
        try (TimelineHarness<ComplaintEvent, OrderComplaints.Row> shell = shell(new HashMapStateBackend())) {
            shell.send(complaint);
            assertThat(shell.rows()).hasSize(1);

            shell.send(none);

            assertThat(shell.rows()).isEmpty();
            assertThat(shell.takenBack()).containsExactly("s1/o:o1");
        }
    }

    private static TimelineHarness<ComplaintEvent, OrderComplaints.Row> shell(StateBackend backend) throws Exception {
        return shell(FAMILY, backend);
    }

    static TimelineHarness<ComplaintEvent, OrderComplaints.Row> shell(ComplaintFamily family, StateBackend backend)
            throws Exception {
        return new TimelineHarness<>(
                new Subject<>(
                        family,
                        ComplaintTable.ROWS,
                        row -> row.shopId() + "/" + row.id() + (row.facts().isOfProducts() ? "/products" : ""),
                        FactRow::version,
                        ComplaintDeliveriesTest::stored),
                backend);
    }

    static List<String> batch(List<ComplaintEvent> events) {
        TreeMap<String, String> rows = new TreeMap<>();
        events.stream().collect(Collectors.groupingBy(ComplaintEvent::about)).forEach((about, ofIt) -> {
            for (OrderComplaints.Row row : FAMILY.derivation().derive(ofIt, Retention.FOREVER)) {
                rows.put(about + (row.isOfProducts() ? "/products" : ""), stored(new FactRow<>("s1", about, 0, row)));
            }
        });
        return new ArrayList<>(rows.values());
    }

    private static String stored(FactRow<OrderComplaints.Row> row) {
        return StoredRow.text(row.facts().isOfProducts() ? ProductTable.TABLE : ComplaintTable.TABLE, row);
    }

    private static ComplaintEvent retold(ComplaintEvent event, ComplaintEvent content, long millis) {
        return new ComplaintEvent(
                event.shopId(),
                event.about(),
                event.eventId(),
                millis,
                content.kind(),
                content.buyerId(),
                content.ticketId(),
                content.detail(),
                content.label(),
                content.skuIds(),
                content.claim());
    }
}
