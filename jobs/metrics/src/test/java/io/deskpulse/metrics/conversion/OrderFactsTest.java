package io.deskpulse.metrics.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.conversion.BuyerDayFacts.Orphan;
import io.deskpulse.metrics.conversion.BuyerEvent.Kind;
import org.junit.jupiter.api.Test;

/** Money, reminders, troubles and everything that cannot be, by hand. */
class OrderFactsTest {

    @Test
    void everyRefundIsTakenOffWheneverItSucceeds() {
        Story story = new Story()
                .creates("10:00:00", "o1")
                .pays("10:01:00", "o1", 10_000)
                .on("2026-11-15")
                .refunds("10:00:00", "o1", "r1", 1_500)
                .on("2027-01-20")
                .refunds("10:00:00", "o1", "r2", 500);

        assertThat(story.order("o1").refundedFen()).isEqualTo(2_000);
        assertThat(story.order("o1").netFen()).isEqualTo(8_000);
        assertThat(story.order("o1").refunds()).isEqualTo(2);
        assertThat(story.order("o1").anomalies()).isEmpty();
    }

    @Test
    void theFirstPaymentInFullCounts() {
        Story story = new Story()
                .creates("10:00:00", "o1")
                .pays("10:01:00", "o1", 100)
                .pays("10:02:00", "o1", 999);

        assertThat(story.order("o1").paidFen()).isEqualTo(100);
        assertThat(story.order("o1").paidAtMillis()).isEqualTo(Story.millis("2026-11-11", "10:01:00"));
        assertThat(story.order("o1").anomalies()).containsExactly(OrderAnomaly.PAID_TWICE);
    }

    @Test
    void anUnpaidOrderHasARowAndNoMoney() {
        OrderFacts order = new Story()
                .creates("10:00:00", "o1")
                .closes("10:30:00", "o1", "UNPAID")
                .order("o1");

        assertThat(order.paidAtMillis()).isEqualTo(BuyerFacts.NONE);
        assertThat(order.netFen()).isZero();
        assertThat(order.closeReason()).isEqualTo("UNPAID");
        assertThat(order.closedAtMillis()).isEqualTo(Story.millis("2026-11-11", "10:30:00"));
    }

    @Test
    void theFirstReminderOfAnUnpaidOrderCounts() {
        Story story = new Story()
                .creates("10:00:00", "o1")
                .reminds("10:20:00", "o1", null)
                .reminds("10:40:00", "o1", "a")
                .pays("11:00:00", "o1", 100)
                .reminds("11:20:00", "o1", "b");

        assertThat(story.order("o1").remindedAtMillis()).isEqualTo(Story.millis("2026-11-11", "10:20:00"));
        assertThat(story.order("o1").remindedBy()).isNull();
        assertThat(story.order("o1").anomalies()).containsExactly(OrderAnomaly.REMINDED_AFTER_END);
    }

    @Test
    void aReminderAfterTheOrderEndedIsNone() {
        Story story = new Story()
                .creates("10:00:00", "o1")
                .closes("10:10:00", "o1", "UNPAID")
                .reminds("10:20:00", "o1", "a");

        assertThat(story.order("o1").remindedAtMillis()).isEqualTo(BuyerFacts.NONE);
    }

    @Test
    void theShopIsProactiveWhenItSpeaksFirstAfterDetection() {
        Story story = new Story()
                .asks("09:00:00")
                .creates("10:00:00", "o1")
                .detects("10:10:00", "o1", "t1", "OUT_OF_STOCK")
                .replies("10:12:00", "a")
                .asks("10:13:00")
                .fixes("10:30:00", "o1", "t1");
        TroubleFacts trouble = story.trouble("t1");

        assertThat(trouble.kind()).isEqualTo("OUT_OF_STOCK");
        assertThat(trouble.isProactive()).isTrue();
        assertThat(trouble.firstWordAccount()).isEqualTo("a");
        assertThat(trouble.firstWordAtMillis()).isEqualTo(Story.millis("2026-11-11", "10:12:00"));
        assertThat(trouble.fixedAtMillis()).isEqualTo(Story.millis("2026-11-11", "10:30:00"));
    }

    @Test
    void theShopIsNotProactiveWhenTheBuyerAsksFirst() {
        TroubleFacts trouble = new Story()
                .creates("10:00:00", "o1")
                .detects("10:10:00", "o1", "t1", "LOGISTICS_STALLED")
                .on("2026-11-14")
                .in("another")
                .asks("10:11:00")
                .replies("10:12:00", "a")
                .trouble("t1");

        assertThat(trouble.isProactive()).isFalse();
        assertThat(trouble.firstWordAccount()).isNull();
        assertThat(trouble.firstWordAtMillis()).isEqualTo(Story.millis("2026-11-14", "10:11:00"));
    }

    @Test
    void aTroubleNobodySpokeOfHasNoFirstWord() {
        TroubleFacts trouble = new Story()
                .asks("10:00:00")
                .creates("10:01:00", "o1")
                .detects("10:10:00", "o1", "t1", "PHONE_INVALID")
                .trouble("t1");

        assertThat(trouble.firstWordAtMillis()).isEqualTo(BuyerFacts.NONE);
        assertThat(trouble.fixedAtMillis()).isEqualTo(BuyerFacts.NONE);
    }

    @Test
    void moreRefundedThanPaidIsNamedAndNegative() {
        OrderFacts order = new Story()
                .creates("10:00:00", "o1")
                .pays("10:01:00", "o1", 100)
                .refunds("10:02:00", "o1", "r1", 150)
                .order("o1");

        assertThat(order.netFen()).isEqualTo(-50);
        assertThat(order.anomalies()).containsExactly(OrderAnomaly.REFUND_ABOVE_PAID);
    }

    @Test
    void aRefundThatSucceedsTwiceIsOneRefund() {
        OrderFacts order = new Story()
                .creates("10:00:00", "o1")
                .pays("10:01:00", "o1", 100)
                .refunds("10:02:00", "o1", "r1", 60)
                .refunds("10:03:00", "o1", "r1", 60)
                .order("o1");

        assertThat(order.refundedFen()).isEqualTo(60);
        assertThat(order.anomalies()).containsExactly(OrderAnomaly.REFUND_TWICE);
    }

    @Test
    void refundsOfUnpaidOrdersAreNamedByWhetherAPaymentCameLater() {
        Story story = new Story().creates("10:00:00", "o1").refunds("10:02:00", "o1", "r1", 60);

        assertThat(story.order("o1").anomalies()).containsExactly(OrderAnomaly.REFUND_WITHOUT_PAYMENT);
        assertThat(story.pays("10:03:00", "o1", 100).order("o1").anomalies())
                .containsExactly(OrderAnomaly.REFUND_BEFORE_PAYMENT);
    }

    @Test
    void everyOtherImpossibilityHasItsName() {
        Story story = new Story()
                .pays("10:00:00", "o1", 100)
                .creates("10:01:00", "o1")
                .creates("10:02:00", "o1")
                .fixes("10:03:00", "o1", "t1")
                .detects("10:04:00", "o1", "t1", "UNDELIVERABLE")
                .fixes("10:05:00", "o1", "t2")
                .closes("10:06:00", "o1", "A")
                .closes("10:07:00", "o1", "B")
                .creates("10:08:00", "o2")
                .closes("10:09:00", "o2", "UNPAID")
                .pays("10:10:00", "o2", 100);

        assertThat(story.order("o1").anomalies())
                .containsExactly(
                        OrderAnomaly.CREATED_TWICE,
                        OrderAnomaly.CLOSED_TWICE,
                        OrderAnomaly.PAID_BEFORE_CREATION,
                        OrderAnomaly.FIX_WITHOUT_TROUBLE,
                        OrderAnomaly.FIX_BEFORE_TROUBLE);
        assertThat(story.order("o1").closeReason()).isEqualTo("A");
        assertThat(story.order("o2").anomalies()).containsExactly(OrderAnomaly.PAID_AFTER_CLOSE);
    }

    @Test
    void impossibleAmountsDoNotTurnIntoPayments() {
        OrderFacts order = new Story()
                .creates("10:00:00", "o1")
                .pays("10:01:00", "o1", 100)
                .refunds("10:02:00", "o1", "r1", Long.MAX_VALUE)
                .refunds("10:03:00", "o1", "r2", Long.MAX_VALUE)
                .order("o1");

        assertThat(order.refundedFen()).isEqualTo(Long.MAX_VALUE);
        assertThat(order.netFen()).isNegative();
    }

    @Test
    void eventsOfAnOrderThatNothingElseIsKnownOfAreOrphansOfTheirDay() {
        Story story = new Story().refunds("10:00:00", "o1", "r1", 60).closes("10:01:00", "o1", "RETURNED");

        assertThat(Story.orders(story.rows())).isEmpty();
        assertThat(story.day("2026-11-11").orphans())
                .containsExactly(new Orphan("o1", Kind.REFUND_SUCCEEDED), new Orphan("o1", Kind.ORDER_CLOSED));
    }

    @Test
    void anEventBeforeItsOrderIsNamedAndStillCounted() {
        Story story = new Story()
                .refunds("10:00:00", "o1", "r1", 60)
                .on("2026-11-20")
                .pays("10:00:00", "o1", 100)
                .refunds("10:01:00", "o1", "r2", 10);

        assertThat(story.day("2026-11-11").orphans()).hasSize(1);
        assertThat(story.day("2026-11-20").orphans()).isEmpty();
        assertThat(story.order("o1").netFen()).isEqualTo(30);
    }
}
