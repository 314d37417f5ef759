package io.deskpulse.streaming.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.conversion.BuyerFacts;
import io.deskpulse.metrics.conversion.Story;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.StoredRow;
import org.junit.jupiter.api.Test;

/** What each of the three tables reads of a buyer's story. */
class ConversionTablesTest {

    @Test
    void anOrdersRowReadsAsTheStoryWasTold() {
        BuyerFacts order = new Story()
                .asks("10:00:00")
                .replies("10:01:00", "a")
                .creates("10:02:00", "o1")
                .pays("10:03:00", "o1", 100)
                .refunds("10:04:00", "o1", "r1", 130)
                .ships("10:05:00", "o1", "p1")
                .order("o1");

        assertThat(StoredRow.of(OrderTable.TABLE, row(order)))
                .hasToString("{shop_id=s1, buyer_id=b1, version=6, is_deleted=0, superseded=0, superseded_example=,"
                        + " order_id=o1, created_at=2026-11-11T02:02:00Z,"
                        + " created_day=2026-11-11, presale=false, paid_at=2026-11-11T02:03:00Z, paid_day=2026-11-11,"
                        + " paid_fen=100, refunded_fen=130, refunds=1, closed_at=null, close_reason=, reminded_at=null,"
                        + " reminded_by=, first_guide=a, last_guide=a, order_agent=a, pay_agent=,"
                        + " anomalies=[REFUND_ABOVE_PAID], closed_day=null, parcels.parcel_id=[p1],"
                        + " parcels.shipped_at=[2026-11-11T02:05:00Z], parcels.shipped_day=[2026-11-11],"
                        + " parcels.signed_at=[null], parcels.signed_day=[1970-01-01],"
                        + " products=[], refund_requests.refund_id=[r1], refund_requests.sku_id=[],"
                        + " refund_requests.at=[2026-11-11T02:04:00Z]}");
    }

    @Test
    void anOrderThatWasOnlyPaidHasNoDayOfCreation() {
        BuyerFacts order = new Story().pays("10:03:00", "o1", 100).order("o1");

        assertThat(StoredRow.of(OrderTable.TABLE, row(order)))
                .containsEntry("created_at", null)
                .containsEntry("created_day", null);
    }

    @Test
    void aTroublesRowReadsAsTheStoryWasTold() {
        BuyerFacts trouble = new Story()
                .creates("10:00:00", "o1")
                .detects("10:01:00", "o1", "t1", "OUT_OF_STOCK")
                .replies("10:02:00", "a")
                .trouble("t1");

        assertThat(StoredRow.of(OrderTroubleTable.TABLE, row(trouble)))
                .hasToString("{shop_id=s1, buyer_id=b1, version=3, is_deleted=0, superseded=0, superseded_example=,"
                        + " order_id=o1, trouble_id=t1, kind=OUT_OF_STOCK,"
                        + " detected_day=2026-11-11, detected_at=2026-11-11T02:01:00Z,"
                        + " first_contact_at=2026-11-11T02:02:00Z, contacted_by_shop=true, contact_account=a,"
                        + " fixed_at=null}");
    }

    @Test
    void aBuyersDayReadsAsTheStoryWasTold() {
        BuyerFacts day = new Story()
                .closes("09:00:00", "o9", "UNPAID")
                .asks("10:00:00")
                .replies("10:01:00", "a")
                .day("2026-11-11");

        assertThat(StoredRow.of(BuyerDayTable.TABLE, row(day)))
                .hasToString("{shop_id=s1, buyer_id=b1, version=3, is_deleted=0, superseded=0, superseded_example=,"
                        + " day=2026-11-11, consulted_at=2026-11-11T02:01:00Z,"
                        + " accounts=[a], bought_before=false, ordered_same_day=false, paid_same_day=false,"
                        + " paid_next_day=false, replies_without_account=0, orphans.order_id=[o9],"
                        + " orphans.kind=[ORDER_CLOSED]}");
    }

    private static FactRow<BuyerFacts> row(BuyerFacts facts) {
        return new FactRow<>("s1", "b1", facts.version(), facts);
    }
}
