package io.deskpulse.metrics.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Enquirers and what became of them (docs/metrics.md, {@code sycm.enquirer}), by hand. */
class EnquiryTest {

    @Test
    void whoConsultsAndHasNotBoughtLatelyIsAnEnquirer() {
        BuyerDayFacts day = new Story()
                .asks("10:00:00")
                .replies("10:01:00", "a")
                .replies("10:02:00", "b")
                .replies("10:03:00", "a")
                .day("2026-11-11");

        assertThat(day.isEnquirer()).isTrue();
        assertThat(day.consultedAtMillis()).isEqualTo(Story.millis("2026-11-11", "10:01:00"));
        assertThat(day.accounts()).containsExactly("a", "b");
        assertThat(day.orderedSameDay() || day.paidSameDay() || day.paidNextDay())
                .isFalse();
    }

    @Test
    void whoPaidInTheThreeWeeksBeforeIsNoneUnlessPayingAgainThatDay() {
        Story story = new Story()
                .on("2026-11-01")
                .creates("10:00:00", "o1")
                .pays("10:01:00", "o1", 100)
                .on("2026-11-11")
                .asks("10:00:00")
                .replies("10:01:00", "a");

        assertThat(story.day("2026-11-11").isEnquirer()).isFalse();
        assertThat(story.day("2026-11-11").boughtBefore()).isTrue();
        story.creates("11:00:00", "o2").pays("11:01:00", "o2", 100);
        assertThat(story.day("2026-11-11").isEnquirer()).isTrue();
    }

    @Test
    void theLookBackIsTwentyOneTimes24HoursToTheMillisecondWithoutTheConsultsOwn() {
        Story exactly = new Story()
                .on("2026-10-21")
                .pays("10:01:00", "o1", 100)
                .on("2026-11-11")
                .asks("10:00:00")
                .replies("10:01:00", "a");
        Story longer = new Story()
                .on("2026-10-21")
                .pays("10:00:59", "o1", 100)
                .on("2026-11-11")
                .asks("10:00:00")
                .replies("10:01:00", "a");
        Story before =
                new Story().asks("10:00:00").pays("10:00:59.999", "o1", 100).replies("10:01:00", "a");
        Story same = new Story().asks("10:00:00").pays("10:01:00", "o1", 100).replies("10:01:00", "a");
        Story sameBesideOlder = new Story()
                .asks("10:00:00")
                .pays("10:00:00", "o1", 100)
                .pays("10:01:00", "o2", 100)
                .replies("10:01:00", "a");

        assertThat(exactly.day("2026-11-11").isEnquirer()).isFalse();
        assertThat(longer.day("2026-11-11").isEnquirer()).isTrue();
        assertThat(before.day("2026-11-11").isEnquirer()).isFalse();
        assertThat(same.day("2026-11-11").isEnquirer()).isTrue();
        assertThat(sameBesideOlder.day("2026-11-11").isEnquirer()).isFalse();
    }

    @Test
    void whatHappensAtTheInstantOfTheConsultIsNotAfterItWhateverTheIds() {
        Story consultFirst = new Story()
                .asks("10:00:00")
                .replies("10:01:00", "a")
                .creates("10:01:00", "o1")
                .pays("10:01:00", "o1", 100);
        Story orderFirst = new Story()
                .asks("10:00:00")
                .creates("10:01:00", "o1")
                .pays("10:01:00", "o1", 100)
                .replies("10:01:00", "a");

        for (Story story : List.of(consultFirst, orderFirst)) {
            BuyerDayFacts day = story.day("2026-11-11");
            assertThat(day.boughtBefore()).isFalse();
            assertThat(day.orderedSameDay()).isFalse();
            assertThat(day.paidSameDay()).isFalse();
            assertThat(day.isEnquirer()).isTrue();
        }
    }

    @Test
    void anUnpaidOrderOfLastWeekKeepsNobodyFromBeingAnEnquirer() {
        Story story = new Story()
                .on("2026-11-05")
                .creates("10:00:00", "o1")
                .on("2026-11-11")
                .asks("10:00:00")
                .replies("10:01:00", "a");

        assertThat(story.day("2026-11-11").isEnquirer()).isTrue();
    }

    @Test
    void orderingAndPayingAfterTheConsultCountOnTheirDays() {
        Story story = new Story()
                .creates("09:00:00", "before")
                .asks("10:00:00")
                .replies("10:01:00", "a")
                .on("2026-11-12")
                .pays("00:00:01", "before", 100);
        BuyerDayFacts first = story.day("2026-11-11");

        assertThat(first.orderedSameDay()).as("ordered before the consult").isFalse();
        assertThat(first.paidSameDay()).isFalse();
        assertThat(first.paidNextDay()).isTrue();
        assertThat(first.isEnquirer()).isTrue();
    }

    @Test
    void theDayAfterTheNextIsTooLateForTheNextDay() {
        Story story = new Story()
                .asks("10:00:00")
                .replies("10:01:00", "a")
                .creates("10:05:00", "o1")
                .on("2026-11-13")
                .pays("10:00:00", "o1", 100);

        assertThat(story.day("2026-11-11").orderedSameDay()).isTrue();
        assertThat(story.day("2026-11-11").paidNextDay()).isFalse();
    }

    @Test
    void payingAcrossMidnightIsTheNextDay() {
        Story story = new Story()
                .asks("23:50:00")
                .replies("23:51:00", "a")
                .creates("23:59:00", "o1")
                .on("2026-11-12")
                .pays("00:00:10", "o1", 100);

        assertThat(story.day("2026-11-11").paidSameDay()).isFalse();
        assertThat(story.day("2026-11-11").paidNextDay()).isTrue();
        assertThat(story.order("o1").lastGuide()).isEqualTo("a");
    }

    @Test
    void aSecondPaymentOfAnOrderIsNoPurchase() {
        Story story = new Story()
                .on("2026-10-01")
                .creates("10:00:00", "o1")
                .pays("10:01:00", "o1", 100)
                .on("2026-11-11")
                .asks("10:00:00")
                .replies("10:01:00", "a")
                .pays("10:02:00", "o1", 100);

        assertThat(story.day("2026-11-11").paidSameDay()).isFalse();
        assertThat(story.order("o1").paidFen()).isEqualTo(100);
        assertThat(story.order("o1").anomalies()).containsExactly(OrderAnomaly.PAID_TWICE);
    }

    @Test
    void twoConsultedDaysAreTwoEnquiries() {
        Story story = new Story()
                .asks("10:00:00")
                .replies("10:01:00", "a")
                .on("2026-11-12")
                .asks("10:00:00")
                .replies("10:01:00", "b")
                .creates("10:02:00", "o1")
                .pays("10:03:00", "o1", 100);

        assertThat(story.day("2026-11-11").paidNextDay()).isTrue();
        assertThat(story.day("2026-11-11").orderedSameDay()).isFalse();
        assertThat(story.day("2026-11-12").orderedSameDay()).isTrue();
        assertThat(story.day("2026-11-12").paidSameDay()).isTrue();
    }
}
