package io.deskpulse.metrics.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.ShopZones;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is credited with an order: the five models of docs/metrics.md, by hand. Models are told in the order below. */
class AttributionTest {
    private static final String SILENT = null;

    @Test
    void oneConsultBeforeOneOrderIsCreditedByAllModelsButPay() {
        Story story = new Story()
                .asks("10:00:00")
                .replies("10:01:00", "a")
                .creates("10:05:00", "o1")
                .pays("10:06:00", "o1", 100);

        assertCredited(story.order("o1"), "a", "a", "a", SILENT, "a");
    }

    @Test
    void eachModelPicksItsOwnConsult() {
        Story story = new Story()
                .on("2026-11-10")
                .asks("09:00:00")
                .replies("09:01:00", "early")
                .on("2026-11-11")
                .asks("10:00:00")
                .replies("10:01:00", "seller")
                .creates("10:05:00", "o1")
                .replies("10:07:00", "helper")
                .replies("10:08:00", "closer")
                .pays("10:09:00", "o1", 100)
                .replies("10:10:00", "too-late");

        assertCredited(story.order("o1"), "early", "closer", "seller", "closer", "seller");
    }

    @Test
    void anOrderNobodyTalkedAboutIsSilentInEveryModel() {
        Story story = new Story().creates("10:00:00", "o1").pays("10:01:00", "o1", 100);

        assertCredited(story.order("o1"), SILENT, SILENT, SILENT, SILENT, SILENT);
    }

    @Test
    void anOrderBeforeItsConsultIsOwedToThePaymentOnly() {
        Story story = new Story()
                .creates("09:00:00", "o1")
                .asks("10:00:00")
                .replies("10:01:00", "a")
                .pays("10:02:00", "o1", 100);

        assertCredited(story.order("o1"), "a", "a", SILENT, "a", "a");
    }

    @Test
    void consultsOfTodayAndYesterdayAreCandidatesOlderOnesAreNot() {
        Story yesterday = new Story()
                .on("2026-11-10")
                .asks("00:00:00")
                .replies("00:00:01", "a")
                .on("2026-11-11")
                .creates("23:59:58", "o1")
                .pays("23:59:59", "o1", 100);
        Story before = new Story()
                .on("2026-11-09")
                .asks("23:59:58")
                .replies("23:59:59", "a")
                .on("2026-11-11")
                .creates("00:00:00", "o1")
                .pays("00:00:01", "o1", 100);

        assertCredited(yesterday.order("o1"), "a", "a", "a", SILENT, "a");
        assertCredited(before.order("o1"), SILENT, SILENT, SILENT, SILENT, SILENT);
    }

    @Test
    void theWindowCanBeWiderOrOneDayOnly() {
        List<BuyerEvent> events = new Story()
                .on("2026-11-08")
                .asks("10:00:00")
                .replies("10:01:00", "a")
                .on("2026-11-10")
                .asks("10:00:00")
                .replies("10:01:00", "b")
                .on("2026-11-11")
                .creates("10:00:00", "o1")
                .pays("10:01:00", "o1", 100)
                .events();

        assertCredited(withWindow(1, events), SILENT, SILENT, SILENT, SILENT, SILENT);
        assertCredited(withWindow(2, events), "b", "b", "b", SILENT, "b");
        assertCredited(withWindow(4, events), "a", "b", "b", SILENT, "b");
    }

    @Test
    void assistedPaymentReachesBackToTheCreationHoweverLongAgo() {
        Story story = new Story()
                .on("2026-10-24")
                .creates("20:00:00", "presale")
                .on("2026-10-30")
                .asks("10:00:00")
                .replies("10:01:00", "a")
                .on("2026-11-03")
                .pays("00:10:00", "presale", 100);

        assertCredited(story.order("presale"), SILENT, SILENT, SILENT, "a", "a");
    }

    @Test
    void aReplyToNobodyIsNoConsult() {
        Story unasked = new Story()
                .replies("10:00:00", "a")
                .asks("10:01:00")
                .creates("10:02:00", "o1")
                .pays("10:03:00", "o1", 100);
        Story elsewhere = new Story()
                .asks("10:00:00")
                .in("c2")
                .replies("10:01:00", "a")
                .creates("10:02:00", "o1")
                .pays("10:03:00", "o1", 100);
        Story yesterday = new Story()
                .on("2026-11-10")
                .asks("23:59:00")
                .on("2026-11-11")
                .replies("00:01:00", "a")
                .creates("10:02:00", "o1")
                .pays("10:03:00", "o1", 100);

        for (Story story : List.of(unasked, elsewhere, yesterday)) {
            assertCredited(story.order("o1"), SILENT, SILENT, SILENT, SILENT, SILENT);
        }
    }

    @Test
    void aReplyOfAnUnknownAccountCreditsNobodyAndIsCounted() {
        Story story = new Story()
                .asks("10:00:00")
                .replies("10:01:00", null)
                .creates("10:02:00", "o1")
                .pays("10:03:00", "o1", 100);

        assertCredited(story.order("o1"), SILENT, SILENT, SILENT, SILENT, SILENT);
        assertThat(story.day("2026-11-11").repliesWithoutAccount()).isEqualTo(1);
        assertThat(story.day("2026-11-11").consultedAtMillis()).isEqualTo(BuyerFacts.NONE);
    }

    @Test
    void aConsultAtTheInstantOfTheCreationIsTheOrdersWhateverTheIds() {
        Story replyFirst = new Story().asks("10:00:00").replies("10:05:00", "a").creates("10:05:00", "o1");
        Story orderFirst =
                new Story().asks("10:00:00").creates("10:05:00", "o1").replies("10:05:00", "a");

        for (Story story : List.of(replyFirst, orderFirst)) {
            assertCredited(story.pays("10:06:00", "o1", 100).order("o1"), "a", "a", "a", SILENT, "a");
        }
    }

    @Test
    void aConsultAtTheInstantOfThePaymentIsACandidateWhateverTheIds() {
        Story replyFirst = new Story()
                .creates("09:00:00", "o1")
                .asks("10:00:00")
                .replies("10:05:00", "a")
                .pays("10:05:00", "o1", 100);
        Story paymentFirst = new Story()
                .creates("09:00:00", "o1")
                .asks("10:00:00")
                .pays("10:05:00", "o1", 100)
                .replies("10:05:00", "a");

        for (Story story : List.of(replyFirst, paymentFirst)) {
            assertCredited(story.order("o1"), "a", "a", SILENT, "a", "a");
        }
    }

    @Test
    void amongConsultsOfOneInstantTheEventIdDecides() {
        Story story = new Story()
                .asks("10:00:00")
                .replies("10:05:00", "a")
                .creates("10:05:00", "o1")
                .pays("10:05:00", "o1", 100)
                .replies("10:05:00", "b");

        assertCredited(story.order("o1"), "a", "b", "b", SILENT, "b");
    }

    @Test
    void anInstantLaterAConsultIsTooLate() {
        Story story = new Story()
                .asks("10:00:00")
                .creates("10:05:00", "o1")
                .pays("10:05:00", "o1", 100)
                .replies("10:05:00.001", "a");

        assertCredited(story.order("o1"), SILENT, SILENT, SILENT, SILENT, SILENT);
    }

    @Test
    void withoutItsCreationAnOrderHasNoOrderAndNoPayAccount() {
        Story story = new Story().asks("10:00:00").replies("10:01:00", "a").pays("10:02:00", "o1", 100);

        assertCredited(story.order("o1"), "a", "a", SILENT, SILENT, SILENT);
        assertThat(story.order("o1").anomalies()).containsExactly(OrderAnomaly.PAID_WITHOUT_CREATION);
    }

    @Test
    void twoOrdersOfOneBuyerAreAttributedEachByItsOwnTimes() {
        Story story = new Story()
                .creates("09:00:00", "o1")
                .asks("10:00:00")
                .replies("10:01:00", "a")
                .creates("10:05:00", "o2")
                .pays("10:06:00", "o2", 100)
                .replies("10:07:00", "b")
                .pays("10:08:00", "o1", 200);

        assertCredited(story.order("o1"), "a", "b", SILENT, "b", "b");
        assertCredited(story.order("o2"), "a", "a", "a", SILENT, "a");
    }

    @Test
    void theRetentionMustCoverWindowAndLookBack() {
        ShopZones zones = ShopZones.of("Asia/Shanghai", Map.of());

        assertThatThrownBy(() -> new ConversionDerivation(zones, 2, Retention.CONVERSATIONS))
                .hasMessageContaining("at least 22 days");
        assertThatThrownBy(() -> new ConversionDerivation(zones, 35, Retention.BUYERS))
                .hasMessageContaining("at least 36 days");
        assertThatThrownBy(() -> new ConversionDerivation(zones, 0, Retention.BUYERS))
                .hasMessageContaining("windowDays must be >= 1");
    }

    private static OrderFacts withWindow(int days, List<BuyerEvent> events) {
        ShopZones zones = ShopZones.of("Asia/Shanghai", Map.of());
        ConversionDerivation derivation = new ConversionDerivation(zones, days, Retention.FOREVER);
        return Story.orders(derivation.derive(events, Retention.FOREVER)).get(0);
    }

    private static void assertCredited(
            OrderFacts order, String firstGuide, String lastGuide, String atOrder, String atPay, String orderFirst) {
        assertThat(new String[] {
                    order.firstGuide(), order.lastGuide(), order.orderAgent(), order.payAgent(), order.orderFirst()
                })
                .containsExactly(firstGuide, lastGuide, atOrder, atPay, orderFirst);
    }
}
