package io.deskpulse.metrics.hotspots;

import static io.deskpulse.metrics.hotspots.ShopStory.HOUR;
import static io.deskpulse.metrics.hotspots.ShopStory.at;
import static io.deskpulse.metrics.hotspots.ShopStory.sku;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.metrics.hotspots.alarms.AlarmRow;
import io.deskpulse.metrics.hotspots.alarms.AlarmRow.Kind;
import io.deskpulse.metrics.hotspots.alarms.Campaign;
import io.deskpulse.metrics.hotspots.expected.PooledParameters;
import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What rings, under which name, and when it ends. */
class ShopHotspotsTest {
    private static final int LEARNED = 21;

    @Test
    void expectsWhatUsuallyComes() {
        ShopStory story = new ShopStory(1).sell(at(LEARNED, 0));

        int shop = story.cell(Dimension.SHOP, Complaint.WHOLE_SHOP);
        double before = story.shop.cells().units(shop);
        story.sell(at(LEARNED + 10, 0));
        double aDay = (story.shop.cells().units(shop) - before) / 10;

        assertThat(aDay * story.shop.cells().rate(shop).mean())
                .as("2400 parcels a day, one in 250 broken")
                .isCloseTo(9.6, within(1.5));
        assertThat(story.shop.cells().threshold(Dimension.SKU)).isCloseTo(Math.log(9.6 / (.5 * .6 / .9)), within(.2));
    }

    @Test
    void oneAngryBuyerWithFiveOrdersIsOneVoice() {
        ShopStory story = new ShopStory(2).sell(at(LEARNED, 9));
        for (int order = 0; order < 5; order++) {
            story.complain(at(LEARNED, 10) + order * HOUR / 4, sku(7), 42);
        }

        story.sell(at(LEARNED, 12));

        assertThat(story.shop.cells().trail().countAfter(story.cell(Dimension.SKU, sku(7)), at(LEARNED, 9.9)))
                .isEqualTo(1);
        assertThat(story.rowsOf(Dimension.SKU, sku(7))).isEmpty();
    }

    @Test
    void buyerCountsAgainADayLater() {
        ShopStory story = new ShopStory(2).sell(at(LEARNED, 9));
        story.complain(at(LEARNED, 10), sku(7), 42);
        story.complain(at(LEARNED + 1, 9.9), sku(7), 42);
        story.complain(at(LEARNED + 1, 10), sku(7), 42);

        story.sell(at(LEARNED + 1, 12));

        int cell = story.cell(Dimension.SKU, sku(7));
        int last = story.shop.cells().trail().last(cell);
        assertThat(story.shop.cells().trail().time(last)).isEqualTo(at(LEARNED + 1, 10));
    }

    @Test
    void promotionOfTenTimesTheOrdersWithoutDefectDoesNotRing() {
        ShopStory story = new ShopStory(6).sell(at(LEARNED, 0));
        story.rows.clear();
        int shop = story.cell(Dimension.SHOP, Complaint.WHOLE_SHOP);
        double before = story.shop.cells().units(shop);
        double rate = story.shop.cells().rate(shop).mean();

        story.sell(at(LEARNED + 1, 0), 10).sell(at(LEARNED + 4, 0));

        int observed = story.shop.cells().trail().countAfter(shop, at(LEARNED, 0));
        assertThat(observed).as("four days that usually bring 38").isGreaterThan(100);
        assertThat((story.shop.cells().units(shop) - before) * rate).isCloseTo(observed, within(.2 * observed));
        assertThat(story.rows).isEmpty();
    }

    @Test
    void defectOfOneSkuRingsUnderThatSku() {
        ShopStory story = new ShopStory(4).sell(at(LEARNED, 9));
        story.rows.clear();
        story.complainOften(at(LEARNED, 10), sku(7), 24, 10);

        story.sell(at(LEARNED, 15));

        List<AlarmRow> alarm = story.rowsOf(Dimension.SKU, sku(7));
        AlarmRow first = alarm.get(0);
        assertThat(first.openedAtMillis()).isBetween(at(LEARNED, 10.3), at(LEARNED, 11.5));
        assertThat(first.version()).isZero();
        assertThat(first.kind()).isEqualTo(Kind.BURST);
        assertThat(first.isLearning()).isFalse();
        assertThat(first.score()).isGreaterThanOrEqualTo(first.threshold());
        AlarmRow last = alarm.get(alarm.size() - 1);
        assertThat(last.version()).isEqualTo(alarm.size() - 1);
        assertThat(last.firstSeenAtMillis()).isBetween(at(LEARNED - 2, 0), at(LEARNED, 10));
        assertThat(last.buyers()).isGreaterThanOrEqualTo(24);
        assertThat(last.eventIds()).hasSize(20);
        assertThat(last.ratio()).isBetween(last.ratioLow(), last.ratioHigh());
        assertThat(last.evidence()).isGreaterThan(10);
        assertThat(story.rows).as("whatever else rings, the SKU explains").allSatisfy(row -> {
            assertThat(row.headDimension()).isEqualTo(Dimension.SKU);
            assertThat(row.headValue()).isEqualTo(sku(7));
            assertThat(row.incidentId()).isEqualTo(first.incidentId());
        });
    }

    @Test
    void defectOfACarrierRingsUnderTheCarrier() {
        ShopStory story = new ShopStory(5).sell(at(LEARNED, 9));
        story.rows.clear();
        for (int buyer = 0; buyer < 40; buyer++) {
            story.complain(at(LEARNED, 10) + buyer * 6 * ShopStory.MINUTE, sku(buyer % 20), 3000 + 3 * buyer);
        }

        story.sell(at(LEARNED, 16));

        AlarmRow last = story.rows.get(story.rows.size() - 1);
        assertThat(last.headDimension()).isEqualTo(Dimension.CARRIER);
        assertThat(last.headValue()).isEqualTo("carrier-0");
    }

    @Test
    void endsAfterQuietAndOpensAgain() {
        ShopStory story = new ShopStory(6).sell(at(LEARNED, 9));
        story.rows.clear();
        story.complainOften(at(LEARNED, 10), sku(7), 12, 10).sell(at(LEARNED + 6, 9));
        List<AlarmRow> first = List.copyOf(story.rowsOf(Dimension.SKU, sku(7)));
        AlarmRow end = first.get(first.size() - 1);

        assertThat(end.isOpen()).isFalse();
        assertThat(end.endedAtMillis()).isBetween(at(LEARNED + 1, 0), at(LEARNED + 5, 0));
        assertThat(end.openedAtMillis()).isEqualTo(first.get(0).openedAtMillis());
        assertThat(story.shop.cells().isOpen(story.cell(Dimension.SKU, sku(7)))).isFalse();

        story.complainOften(at(LEARNED + 6, 10), sku(7), 12, 10).sell(at(LEARNED + 6, 14));
        List<AlarmRow> all = story.rowsOf(Dimension.SKU, sku(7));
        AlarmRow second = all.get(first.size());
        assertThat(second.version()).isZero();
        assertThat(second.openedAtMillis()).isGreaterThan(at(LEARNED + 6, 10));
        assertThat(second.incidentId()).isNotEqualTo(end.incidentId());
    }

    @Test
    void campaignMarksAlarmsAndChangesNothing() {
        ShopStory story = new ShopStory(4).sell(at(LEARNED, 9));
        story.shop.setCampaigns(List.of(
                new Campaign("over", at(LEARNED, 0), at(LEARNED, 9)),
                new Campaign("sale", at(LEARNED, 9), at(LEARNED + 1, 0))));
        story.complainOften(at(LEARNED, 10), sku(7), 12, 10).sell(at(LEARNED, 13));

        assertThat(story.rowsOf(Dimension.SKU, sku(7)))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.campaign()).isEqualTo("sale"));
    }

    @Test
    void clumpOfThreeDoesNotRingByItself() {
        ShopStory story = new ShopStory(8).sell(at(LEARNED, 9));
        story.complainOften(at(LEARNED, 10), sku(7), 2, 1).sell(at(LEARNED, 12));

        assertThat(story.rowsOf(Dimension.SKU, sku(7)))
                .as("two buyers never ring")
                .isEmpty();
    }

    @Test
    void newSkuIsJudgedByItsReasonAtOnce() {
        ShopStory story = new ShopStory(9).sell(at(LEARNED, 8));
        for (int hour = 0; hour < 24; hour++) {
            story.sellHour("new", 5, 0);
            story.sell(at(LEARNED, 9 + hour));
        }
        assertThat(story.cell(Dimension.SKU, "new")).isEqualTo(-1);

        story.complain(at(LEARNED + 1, 10), "new", 1).sell(at(LEARNED + 1, 11));
        int cell = story.cell(Dimension.SKU, "new");
        assertThat(story.shop.cells().rate(cell).rate()
                        - story.shop.cells().rate(cell).shape())
                .as("a day of 120 parcels expects less than half of its 0.48 complaints so far")
                .isBetween(.1, .3);
        assertThat(story.rowsOf(Dimension.SKU, "new")).isEmpty();

        story.complainOften(at(LEARNED + 1, 12), "new", 8, 10).sell(at(LEARNED + 1, 15));
        assertThat(story.rowsOf(Dimension.SKU, "new")).isNotEmpty();
    }

    @Test
    void outbreakHardlyTeachesTheBaseline() {
        ShopStory story = new ShopStory(10).sell(at(LEARNED, 9));
        double before =
                story.shop.cells().rate(story.cell(Dimension.SKU, sku(7))).mean();
        story.complainOften(at(LEARNED, 10), sku(7), 60, 5).sell(at(LEARNED + 1, 1));

        assertThat(story.shop.cells().rate(story.cell(Dimension.SKU, sku(7))).mean())
                .isCloseTo(before, within(.05));
    }

    @Test
    void unknownAttributeMakesNoCell() {
        ShopStory story = new ShopStory(11).sell(at(1, 0));
        long now = at(1, 1);
        story.shop.complain(new Complaint(now, "e", 2, 1, Complaint.UNKNOWN, null, null, null, "night shift"));
        story.shop.advance(at(1, 2), story.rows::add);

        assertThat(story.shop.cells().find(2, Dimension.AGENT_GROUP, "night shift"))
                .isNotNegative();
        assertThat(story.shop.cells().find(2, Dimension.SHOP, Complaint.WHOLE_SHOP))
                .isNotNegative();
        assertThat(story.shop.cells().find(2, Dimension.SKU, sku(7))).isEqualTo(-1);
    }

    @Test
    void newShopLearnsForAWeekAndFiftyComplaints() {
        ShopStory story = new ShopStory(12).sell(at(3, 9));
        assertThat(story.shop.isLearning()).isTrue();
        story.complainOften(at(3, 10), sku(7), 15, 10).sell(at(3, 15));

        assertThat(story.rowsOf(Dimension.SKU, sku(7)))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.isLearning()).isTrue());
        assertThat(story.sell(at(9, 0)).shop.isLearning()).isFalse();
    }

    @Test
    void poolOfOtherShopsExpectsFromTheFirstDayOn() {
        ShopStory learned = new ShopStory(13).sell(at(LEARNED, 0));
        PooledParameters.Pool pool = new PooledParameters.Pool(ShopStory.REASONS.size());
        learned.shop.addTo(pool);
        PooledParameters pooled = pool.mean();

        ShopStory alone = new ShopStory(14).complain(at(0, 1), sku(1), 1).sell(at(1, 0));
        ShopStory helped =
                new ShopStory(14, pooled).complain(at(0, 1), sku(1), 1).sell(at(1, 0));

        int cell = helped.cell(Dimension.SHOP, Complaint.WHOLE_SHOP);
        assertThat(helped.shop.cells().units(cell)).isBetween(.5, 6.0);
        assertThat(alone.shop.cells().units(cell)).isZero();
    }

    @Test
    void lateEventsAreCountedAndChangeNothing() {
        ShopStory story = new ShopStory(15).sell(at(2, 0));
        byte[] before = HotspotsStateTest.bytes(story.shop);

        boolean complained = story.shop.complain(
                new Complaint(at(1, 23), "late", 0, 1, Complaint.UNKNOWN, sku(1), null, null, null));
        boolean exposed = story.shop.expose(at(1, 23), ExposureType.SIGNED, Dimension.SHOP, "", 3);

        assertThat(complained).isFalse();
        assertThat(exposed).isFalse();
        assertThat(story.shop.lateComplaints()).isEqualTo(1);
        assertThat(story.shop.lateExposures()).isEqualTo(3);
        assertThat(HotspotsStateTest.bytes(story.shop))
                .as("two counts of two bytes")
                .hasSize(before.length + 4);
    }

    @Test
    void firstEventToArriveNeedNotBeTheEarliest() {
        ShopHotspots shop = new ShopStory(18).shop;
        shop.expose(at(0, 2), ExposureType.SIGNED, Dimension.SHOP, "", 1);
        shop.advance(at(0, 1), row -> {});

        assertThat(shop.expose(at(0, 1.5), ExposureType.SIGNED, Dimension.SHOP, "", 1))
                .isTrue();
        shop.advance(at(0, 3), row -> {});
        assertThat(shop.expose(at(0, 1.5), ExposureType.SIGNED, Dimension.SHOP, "", 1))
                .isFalse();
    }

    @Test
    void refusesWhatCannotBe() {
        ShopHotspots shop = new ShopStory(16).shop;

        assertThatThrownBy(() -> shop.expose(0, ExposureType.SIGNED, Dimension.SHOP, "", 0))
                .hasMessage("count must be >= 1, got 0");
        assertThatThrownBy(() -> shop.complain(new Complaint(0, "e", 3, 1, 0, null, null, null, null)))
                .hasMessage("reason must be below 3, got 3");
        assertThatThrownBy(() -> new ShopHotspots(
                        HotspotSettings.of(ShopStory.REASONS), ShopStory.ZONE, PooledParameters.none(1)))
                .hasMessage("the pool must know 3 reasons, got 1");
    }
}
