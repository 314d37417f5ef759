package io.deskpulse.streaming.hotspots.detection;

import static io.deskpulse.streaming.hotspots.detection.SignalStory.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.hotspots.alarms.AlarmRow;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.hotspots.signals.ShopSignal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What rings and what does not: each case in peace, and disordered, crashed and rescaled with the same bytes. */
class AlarmCasesTest {
    private static final int SEED = 7;

    /**
     * A case.
     *
     * @param title says what is right
     * @param story of one shop
     * @param expected of all rows of alarms, in their order
     */
    private record Case(String title, SignalStory story, Consumer<List<AlarmRow>> expected) {
        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(whatExplains(), whatDoesNotRing(), whatRings(), daysOfAShop())
                .flatMap(cases -> cases);
    }

    private static Stream<Case> whatExplains() {
        return Stream.of(
                new Case(
                        "a batch of one SKU rings under the SKU, not under its carriers",
                        shop(30).burst(at(25, 10), "sku-3", 24),
                        rows -> assertThat(head(rows, at(25, 10))).isEqualTo(List.of(Dimension.SKU, "sku-3"))),
                new Case(
                        "a carrier's accident rings under the carrier, not under the SKUs it brought",
                        shop(30).depot(at(25, 10), "carrier-1", 60),
                        rows -> assertThat(head(rows, at(25, 10))).isEqualTo(List.of(Dimension.CARRIER, "carrier-1"))));
    }

    private static Stream<Case> whatDoesNotRing() {
        return Stream.of(
                new Case(
                        "one angry buyer with twenty orders is one voice",
                        shop(30).angry(at(25, 10), "sku-3", 20),
                        rows -> assertThat(opened(rows, "sku-3", 25)).isEmpty()),
                new Case(
                        "three buyers at once are a clump, where clumps are usual",
                        shop(30).burst(at(25, 10), "sku-3", 3),
                        rows -> assertThat(opened(rows, "sku-3", 25)).isEmpty()),
                new Case(
                        "a promotion of ten times the sales without a defect does not ring",
                        new SignalStory("one", SEED)
                                .sell(0, 25)
                                .sell(25, 26, 10)
                                .sell(26, 34),
                        rows -> assertThat(rows.stream()
                                        .filter(row ->
                                                row.openedAtMillis() >= at(25, 0) && row.openedAtMillis() < at(28, 0))
                                        .filter(row -> row.dimension() == Dimension.SHOP))
                                .isEmpty()),
                new Case(
                        "a new SKU without a defect does not ring in its first days",
                        shop(30).sell(22, 30, 1, "sku-new"),
                        rows -> assertThat(rows).noneMatch(row -> row.value().equals("sku-new"))));
    }

    private static Stream<Case> whatRings() {
        return Stream.of(
                new Case(
                        "a batch that goes bad during a promotion rings, and names it",
                        new SignalStory("one", SEED)
                                .sell(0, 25)
                                .sell(25, 26, 10)
                                .sell(26, 30)
                                .burst(at(25, 12), "sku-3", 60),
                        rows -> assertThat(opened(rows, "sku-3", 25))
                                .isNotEmpty()
                                .allSatisfy(row -> assertThat(row.campaign()).isEqualTo("spring"))),
                new Case(
                        "a new SKU that is bad rings",
                        shop(30).sell(22, 30, 1, "sku-new").burst(at(25, 10), "sku-new", 24),
                        rows -> assertThat(opened(rows, "sku-new", 25)).isNotEmpty()),
                new Case(
                        "an alarm ends and its cell may ring again",
                        shop(40).burst(at(25, 10), "sku-3", 24).burst(at(35, 10), "sku-3", 24),
                        rows -> {
                            assertThat(opened(rows, "sku-3", 25)).isNotEmpty();
                            assertThat(opened(rows, "sku-3", 35)).isNotEmpty();
                            assertThat(rows)
                                    .anyMatch(row -> row.value().equals("sku-3")
                                            && !row.isOpen()
                                            && row.openedAtMillis() < at(26, 0));
                        }));
    }

    private static Stream<Case> daysOfAShop() {
        return Stream.of(
                new Case(
                        "an outbreak over midnight is one alarm",
                        shop(30).burst(at(25, 23), "sku-3", 24),
                        rows -> assertThat(Stream.concat(
                                                opened(rows, "sku-3", 25).stream(), opened(rows, "sku-3", 26).stream())
                                        .map(AlarmRow::openedAtMillis)
                                        .distinct())
                                .hasSize(1)),
                new Case(
                        "a shop of four days is learning, and says so",
                        new SignalStory("one", SEED).sell(0, 5).burst(at(4, 10), "sku-3", 24),
                        rows -> assertThat(opened(rows, "sku-3", 4))
                                .isNotEmpty()
                                .allSatisfy(row -> assertThat(row.isLearning()).isTrue())));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rings(Case told) throws Exception {
        List<ShopSignal> signals = SignalStory.together(told.story());
        try (HotspotsHarness harness = new HotspotsHarness(1)) {
            Arrival.replayAll(harness, signals);

            told.expected().accept(harness.alarms.stream().map(FactRow::facts).toList());
            assertThat(Arrival.storedUnderFire(signals, SEED)).isEqualTo(harness.stored);
        }
    }

    private static SignalStory shop(int days) {
        return new SignalStory("one", SEED).sell(0, days);
    }

    /** Rows of a value's alarms that opened on a day. */
    private static List<AlarmRow> opened(List<AlarmRow> rows, String value, int day) {
        return rows.stream()
                .filter(row -> row.value().equals(value))
                .filter(row -> row.openedAtMillis() >= at(day, 0) && row.openedAtMillis() < at(day + 1, 0))
                .toList();
    }

    /** What explains, four hours later, an alarm that opened since an instant. */
    private static List<Object> head(List<AlarmRow> rows, long fromMillis) {
        return rows.stream()
                .filter(row -> row.openedAtMillis() >= fromMillis && row.updatedAtMillis() < fromMillis + 14_400_000L)
                .reduce((first, second) -> second)
                .map(row -> List.<Object>of(row.headDimension(), row.headValue()))
                .orElseThrow();
    }
}
