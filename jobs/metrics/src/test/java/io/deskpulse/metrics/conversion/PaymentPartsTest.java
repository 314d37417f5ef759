package io.deskpulse.metrics.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Orders paid by several means, and refunds that come in parts. */
class PaymentPartsTest {

    @Test
    void partsWithAnIdEachAddUpAndTheLastIsWhenTheOrderWasPaid() {
        Story story = new Story()
                .creates("10:02:00", "o1")
                .paysPart("10:05:00", "o1", "card", 4_999)
                .asks("10:05:30")
                .replies("10:05:40", "a")
                .paysPart("10:06:30", "o1", "points", 2_000);

        OrderFacts order = story.order("o1");

        assertThat(order.paidFen()).isEqualTo(6_999);
        assertThat(order.paidAtMillis()).isEqualTo(Story.millis("2026-11-11", "10:06:30"));
        assertThat(order.lastGuide()).isEqualTo("a");
        assertThat(order.payAgent()).isEqualTo("a");
        assertThat(order.anomalies()).isEmpty();
    }

    @Test
    void aSecondPaymentWithoutAnIdIsNamedAndCountsNothing() {
        Story story = new Story()
                .creates("10:00:00", "o1")
                .pays("10:05:00", "o1", 4_999)
                .pays("10:06:00", "o1", 2_000)
                .creates("11:00:00", "o2")
                .paysPart("11:05:00", "o2", "card", 4_999)
                .pays("11:06:00", "o2", 2_000)
                .paysPart("11:07:00", "o2", "card", 4_999);

        assertThat(story.order("o1").paidFen()).isEqualTo(4_999);
        assertThat(story.order("o2").paidFen()).isEqualTo(4_999);
        assertThat(story.order("o1").anomalies()).containsExactly(OrderAnomaly.PAID_TWICE);
        assertThat(story.order("o2").anomalies()).containsExactly(OrderAnomaly.PAID_TWICE);
    }

    @Test
    void aFurtherPartTakesTheEarlierOneBackFromTheDays() {
        Story story = new Story()
                .asks("09:00:00")
                .replies("09:00:10", "a")
                .creates("10:00:00", "o1")
                .paysPart("10:05:00", "o1", "card", 100)
                .on("2026-11-12")
                .asks("09:00:00")
                .replies("09:00:10", "a")
                .paysPart("10:05:00", "o1", "points", 100);

        assertThat(story.day("2026-11-11").paidSameDay()).isFalse();
        assertThat(story.day("2026-11-11").paidNextDay()).isTrue();
        assertThat(story.day("2026-11-12").boughtBefore()).isFalse();
        assertThat(story.day("2026-11-12").paidSameDay()).isTrue();
    }

    @Test
    void aPartWeeksLaterStillCorrectsADay() {
        Story story = new Story()
                .creates("10:00:00", "o1")
                .paysPart("10:05:00", "o1", "card", 100)
                .on("2026-11-13")
                .asks("09:00:00")
                .replies("09:00:10", "a")
                .on("2026-11-30")
                .paysPart("10:05:00", "o1", "points", 100);

        assertThat(story.day("2026-11-13").boughtBefore()).isFalse();
        assertThat(story.day("2026-11-13").isEnquirer()).isTrue();
    }

    @Test
    void oneRefundWithSeveralAmountsIsPaidBackInParts() {
        Story story = new Story()
                .creates("08:00:00", "o1")
                .pays("09:00:00", "o1", 7_500)
                .refunds("10:00:00", "o1", "r1", 3_000)
                .refunds("10:00:05", "o1", "r1", 4_500)
                .refunds("10:00:10", "o1", "r1", 3_000);

        OrderFacts order = story.order("o1");

        assertThat(order.refundedFen()).isEqualTo(7_500);
        assertThat(order.netFen()).isZero();
        assertThat(order.refunds()).isEqualTo(1);
        assertThat(order.anomalies()).containsExactly(OrderAnomaly.REFUND_TWICE, OrderAnomaly.REFUND_IN_PARTS);
    }
}
