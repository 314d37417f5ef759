package io.deskpulse.streaming.complaints;

import io.deskpulse.metrics.complaints.ComplaintEvent;
import io.deskpulse.metrics.complaints.OrderComplaints;
import io.deskpulse.metrics.complaints.Orders;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.timeline.ReleasedSavepoint;
import io.deskpulse.streaming.timeline.ReleasedSavepoint.Backend;
import io.deskpulse.streaming.timeline.ToldKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders of the first release that knew complaints. */
class ReleasedComplaintsTest {
    private static final ComplaintFamily FAMILY = new ComplaintFamily(Retention.BUYERS, "Asia/Shanghai", Map.of());

    /** Of three ways to complain, without its creation, and without a complaint until then. */
    private static final List<ToldKey<ComplaintEvent>> TOLD = List.of(
            new ToldKey<>(
                    new Orders("complete")
                            .created("01:00:00", "浙江", "k1", "k2")
                            .shipped("02:00:00", "p1", "SF", "k1")
                            .signed("03:00:00", "p1")
                            .ticket("04:00:00", "t1", "c1", "broken", "k1")
                            .refund("04:30:00", "r1", "broken", "k1")
                            .refund("05:00:00", "r2", "late", "k2")
                            .refundClosed("06:00:00", "r1", ComplaintEvent.BUYER)
                            .taken("06:30:00", "t1", "account")
                            .reviewed("04:15:00", "k1", "late")
                            .shipped("01:30:00", "p0", "JD", "k2")
                            .events(),
                    5,
                    3),
            new ToldKey<>(
                    new Orders("unknown")
                            .ticket("01:00:00", "t2", null, "")
                            .taken("01:10:00", "t2", "account")
                            .reviewed("02:00:00", "k3", "broken")
                            .created("03:00:00", null, "k3")
                            .refund("03:10:00", "r3", "")
                            .shipped("00:30:00", "p2", "SF")
                            .events(),
                    3,
                    2),
            new ToldKey<>(
                    new Orders("content")
                            .created("00:10:00", "浙江", "k1")
                            .shipped("00:20:00", "p3", "SF")
                            .signed("00:30:00", "p3")
                            .reviewed("00:40:00", "k1", "broken")
                            .refund("00:25:00", "r9", "late", "k1")
                            .events(),
                    2,
                    2));

    /** One of complaints each, and one of the line delivered for two of them. */
    private static final int ROWS = TOLD.size() + 2;

    private static final ReleasedSavepoint<ComplaintEvent, OrderComplaints.Row> SAVEPOINT = new ReleasedSavepoint<>(
            "complaint-timeline-1",
            TOLD,
            backend -> ComplaintDeliveriesTest.shell(FAMILY, backend),
            ComplaintDeliveriesTest::batch);

    @ParameterizedTest
    @EnumSource(Backend.class)
    void theyGoOnInOrder(Backend backend) throws Exception {
        SAVEPOINT.goesOnInOrder(backend, ROWS);
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void theyGoOnOutOfOrder(Backend backend) throws Exception {
        SAVEPOINT.goesOnOutOfOrder(backend, ROWS);
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void theyAreStillKnown(Backend backend) throws Exception {
        SAVEPOINT.knowsWhatWasTold(backend);
    }
}
