package io.deskpulse.streaming.hotspots.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.hotspots.alarms.AlarmRow;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.hotspots.signals.ShopSignal;
import java.util.List;
import java.util.TreeSet;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HotspotsOperatorTest {
    private static final long MINUTE = 60_000L;

    /** Three shops, of which two have an outbreak of one SKU, one of them during a campaign. */
    private static final List<ShopSignal> SIGNALS = SignalStory.together(
            new SignalStory("one", 1).sell(0, 30).burst(SignalStory.at(25, 10), "sku-3", 20),
            new SignalStory("two", 2).sell(0, 28),
            new SignalStory("abroad", 3).sell(2, 30).burst(SignalStory.at(27, 10), "sku-5", 20));

    private static TreeSet<String> stored;
    private static List<FactRow<AlarmRow>> alarms;

    @BeforeAll
    static void inOrder() throws Exception {
        try (HotspotsHarness harness = run(new HotspotsHarness(1), SIGNALS)) {
            stored = harness.stored;
            alarms = harness.alarms;
        }
    }

    @Test
    void aBatchOfOneSkuRingsUnderTheSku() {
        AlarmRow alarm = head("one", SignalStory.at(25, 10));

        assertThat(alarm.dimension()).isEqualTo(Dimension.SKU);
        assertThat(alarm.value()).isEqualTo("sku-3");
        assertThat(alarm.isLearning()).isFalse();
        assertThat(head("abroad", SignalStory.at(27, 10)).value()).isEqualTo("sku-5");
    }

    @Test
    void anAlarmSaysWhichCampaignItRangDuring() {
        assertThat(head("one", SignalStory.at(25, 10)).campaign()).isEqualTo("spring");
        assertThat(head("abroad", SignalStory.at(27, 10)).campaign()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theOrderInsideTheBoundDoesNotMatter(int seed) throws Exception {
        try (HotspotsHarness harness = run(new HotspotsHarness(2), Arrival.disordered(SIGNALS, seed))) {
            assertThat(harness.stored).isEqualTo(stored);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aCrashAndAnotherParallelismDoNotMatter(int seed) throws Exception {
        assertThat(Arrival.storedUnderFire(SIGNALS, seed)).isEqualTo(stored);
    }

    @Test
    void theEndOfAllInputDecidesWhatIsLeftAndNothingElse() throws Exception {
        List<ShopSignal> one =
                SignalStory.together(new SignalStory("one", 1).sell(0, 30).burst(SignalStory.at(25, 10), "sku-3", 20));
        try (HotspotsHarness atOnce = new HotspotsHarness(1);
                HotspotsHarness bitByBit = run(new HotspotsHarness(1), one)) {
            for (ShopSignal signal : one) {
                atOnce.send(signal);
            }
            atOnce.watermark(Watermark.MAX_WATERMARK.getTimestamp());

            assertThat(atOnce.stored).isEqualTo(bitByBit.stored).isNotEmpty();
        }
    }

    @Test
    void whatIsLateChangesNothing() throws Exception {
        try (HotspotsHarness harness = new HotspotsHarness(1)) {
            Arrival.replay(harness, SIGNALS, 0, SIGNALS.size());
            for (ShopSignal late : new SignalStory("one", 9).burst(SignalStory.at(20, 10), "sku-7", 20).signals) {
                harness.send(late);
            }
            harness.watermark(Watermark.MAX_WATERMARK.getTimestamp());

            assertThat(harness.stored).isEqualTo(stored);
        }
    }

    @Test
    void aNewShopIsStillLearning() throws Exception {
        List<ShopSignal> young =
                SignalStory.together(new SignalStory("young", 4).sell(0, 6).burst(SignalStory.at(4, 10), "sku-3", 20));
        try (HotspotsHarness harness = run(new HotspotsHarness(1), young)) {
            assertThat(harness.alarms)
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.facts().isLearning()).isTrue());
        }
    }

    @Test
    void anAlarmEndsAndTheCellMayRingAgain() throws Exception {
        List<ShopSignal> twice = SignalStory.together(new SignalStory("one", 1)
                .sell(0, 40)
                .burst(SignalStory.at(25, 10), "sku-3", 20)
                .burst(SignalStory.at(36, 10), "sku-3", 20));
        try (HotspotsHarness harness = run(new HotspotsHarness(1), twice)) {
            List<AlarmRow> ofSku = harness.alarms.stream()
                    .map(FactRow::facts)
                    .filter(row -> row.value().equals("sku-3"))
                    .toList();

            List<AlarmRow> ends = ofSku.stream().filter(row -> !row.isOpen()).toList();
            assertThat(ends.get(0).openedAtMillis())
                    .isEqualTo(ofSku.get(0).openedAtMillis())
                    .isBetween(SignalStory.at(25, 10), SignalStory.at(25, 12));
            assertThat(ends.get(0).endedAtMillis()).isBetween(SignalStory.at(26, 0), SignalStory.at(29, 0));
            assertThat(ofSku)
                    .anySatisfy(row ->
                            assertThat(row.openedAtMillis()).isBetween(SignalStory.at(36, 10), SignalStory.at(36, 12)));
        }
    }

    @Test
    void evidenceAndDaysStandBehindAnAlarm() throws Exception {
        try (HotspotsHarness harness = run(new HotspotsHarness(1), SIGNALS)) {
            assertThat(harness.evidence.stream()
                            .filter(row -> row.shopId().equals("one")
                                    && row.facts().value().equals("sku-3"))
                            .map(FactRow::facts))
                    .anySatisfy(row -> assertThat(row.score()).isGreaterThan(row.threshold()))
                    .allSatisfy(row -> assertThat(row.isOpen() || row.score() >= row.threshold() - Math.log(10))
                            .isTrue());
            assertThat(harness.days.stream()
                            .filter(row ->
                                    row.shopId().equals("one") && row.facts().dimension() == Dimension.SHOP)
                            .map(FactRow::facts))
                    .filteredOn(day -> day.epochDay() == SignalStory.at(24, 12) / (24 * SignalStory.HOUR))
                    .singleElement()
                    .satisfies(day -> {
                        assertThat(day.exposures()).isEqualTo(24 * 500);
                        assertThat(day.expected()).isBetween(40.0, 56.0);
                        assertThat(day.rate().mean()).isBetween(0.7, 1.4);
                    });
        }
    }

    /** The head of the incident that opened within two hours, as it first stood. */
    private static AlarmRow head(String shop, long fromMillis) {
        return alarms.stream()
                .filter(row -> row.shopId().equals(shop))
                .map(FactRow::facts)
                .filter(row -> row.openedAtMillis() > fromMillis && row.openedAtMillis() < fromMillis + 120 * MINUTE)
                .filter(row ->
                        row.dimension() == row.headDimension() && row.value().equals(row.headValue()))
                .findFirst()
                .orElseThrow();
    }

    private static HotspotsHarness run(HotspotsHarness harness, List<ShopSignal> arrival) throws Exception {
        Arrival.replayAll(harness, arrival);
        return harness;
    }
}
