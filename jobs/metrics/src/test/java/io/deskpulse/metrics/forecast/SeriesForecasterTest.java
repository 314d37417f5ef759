package io.deskpulse.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.metrics.forecast.blend.ReferenceIntervals;
import io.deskpulse.metrics.forecast.daymodel.SameWeekday;
import io.deskpulse.metrics.forecast.events.EventCalendar;
import io.deskpulse.metrics.forecast.events.EventPhase;
import io.deskpulse.metrics.forecast.events.Tag;
import io.deskpulse.metrics.forecast.score.Accuracy;
import io.deskpulse.metrics.forecast.series.History;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesForecasterTest {
    private static final int SLOTS = 12;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 14})
    void garbageInTheFutureChangesNoBit(int lead) {
        History truth = MadeCounts.of(120, SLOTS, 300, day -> 1);
        double[][] counts = new double[120][];
        for (int day = 0; day < 120; day++) {
            counts[day] = truth.day(day).clone();
            if (day > 90) {
                Arrays.fill(counts[day], 77_777);
            }
        }
        EventCalendar early = new EventCalendar(List.of(sale(40), sale(85)), List.of());
        EventCalendar late = new EventCalendar(
                List.of(sale(40), sale(85), knownFrom(sale(91), 91)),
                List.of(new Tag(Tag.Reason.OUTAGE, date(70), date(70), date(91))));

        SlotForecast forecast = forecaster(truth, early, 119).forecast(90, 90 + lead);
        SlotForecast other = forecaster(truth.with(counts), late, 119).forecast(90, 90 + lead);

        assertThat(other.mean()).isEqualTo(forecast.mean());
        assertThat(other.quantiles()).isDeepEqualTo(forecast.quantiles());
        assertThat(other.totalQuantiles()).isEqualTo(forecast.totalQuantiles());
    }

    @Test
    void aMeanIsTheProductOfItsFactors() {
        History history = MadeCounts.of(120, SLOTS, 300, day -> day == 40 || day == 100 ? 3 : 1);
        SlotForecast forecast = forecaster(history, new EventCalendar(List.of(sale(40), sale(100)), List.of()), 99)
                .forecast(99, 100);

        assertThat(forecast.factors().day().events()).containsOnlyKeys("sale/peak");
        assertThat(forecast.factors().day().events().get("sale/peak")).isBetween(2.0, 3.5);
        for (int slot = 0; slot < SLOTS; slot++) {
            assertThat(forecast.factors().mean(slot) / forecast.mean()[slot]).isCloseTo(1, within(1e-9));
        }
        assertThat(Arrays.stream(forecast.mean()).sum()).isCloseTo(forecast.total(), within(1e-9));
    }

    @Test
    void leadsInBetweenAreForecastFromTheSameOrigin() {
        History history = MadeCounts.of(91, SLOTS, 300, day -> 1);
        List<Integer> leads = IntStream.rangeClosed(1, 14).boxed().toList();
        SeriesForecaster forecaster = new SeriesForecaster(history, EventCalendar.NONE, Knowledge.NONE, leads, 90);
        double width = 0;
        for (int lead : leads) {
            SlotForecast forecast = forecaster.forecast(90, 90 + lead);
            double mean = 300 * MadeCounts.weekday(90 + lead);

            assertThat(forecast.origin()).isEqualTo(90);
            assertThat(forecast.target()).isEqualTo(90 + lead);
            assertThat(forecast.total() / mean).as("lead %d", lead).isBetween(0.85, 1.15);
            width += (forecast.totalQuantiles()[5] - forecast.totalQuantiles()[1]) / forecast.total();
        }
        assertThat(width / leads.size()).isBetween(0.1, 0.5);
    }

    @Test
    void quantilesAscendAndAreNeverBelowZero() {
        History history = MadeCounts.of(100, SLOTS, 9, day -> 1);
        SeriesForecaster forecaster = forecaster(history, EventCalendar.NONE, 99);
        for (int day = 30; day < 100; day++) {
            SlotForecast forecast = forecaster.forecast(day - 1, day);
            for (double[] quantiles : forecast.quantiles()) {
                assertThat(quantiles).isSorted();
                assertThat(quantiles[0]).isGreaterThanOrEqualTo(0);
            }
            assertThat(forecast.totalQuantiles()).isSorted();
        }
    }

    @Test
    void boundsOfQuietSlotsAreWholeCounts() {
        History history = MadeCounts.of(160, SLOTS, 9, day -> 1);
        SeriesForecaster forecaster = forecaster(history, EventCalendar.NONE, 159);
        for (int day = 60; day < 160; day++) {
            for (double[] quantiles : forecaster.forecast(day - 1, day).quantiles()) {
                for (double bound : quantiles) {
                    assertThat(bound).as("day %d", day).isEqualTo(Math.rint(bound));
                }
            }
        }
    }

    @Test
    void twoWeeksOfFiftyContactsAreEnoughAndSaidToBeYoung() {
        Accuracy days = new Accuracy();
        for (int seed = 0; seed < 20; seed++) {
            History history = MadeCounts.of(28, SLOTS, 50 / 6.0, day -> 1, seed);
            SeriesForecaster forecaster = forecaster(history, EventCalendar.NONE, 27);
            for (int day = 15; day < 28; day++) {
                SlotForecast forecast = forecaster.forecast(day - 1, day);
                assertThat(forecast.young()).isTrue();
                days.add(history.total(day), forecast.total(), forecast.totalQuantiles());
            }
            assertThat(forecaster.forecast(3, 4)).as("less than a week").isNull();
        }

        assertThat(days.coverage80Percent()).isGreaterThanOrEqualTo(75);
    }

    @Test
    void isNoWorseThanTheMeanAndTheMedianOfEightWeeks() {
        for (double daily : new double[] {8, 60, 2000}) {
            History history = MadeCounts.of(200, SLOTS, daily, day -> day < 120 ? 1 : 1.6);
            SeriesForecaster forecaster = forecaster(history, EventCalendar.NONE, 199);
            ReferenceIntervals mean = new ReferenceIntervals(history, new SameWeekday(history, 8, false), 7);
            ReferenceIntervals median = new ReferenceIntervals(history, new SameWeekday(history, 8, true), 7);
            Accuracy ours = new Accuracy();
            Accuracy means = new Accuracy();
            Accuracy medians = new Accuracy();
            for (int day = 60; day < 200; day++) {
                SlotForecast forecast = forecaster.forecast(day - 7, day);
                for (int slot = 0; slot < SLOTS; slot++) {
                    double count = history.day(day)[slot];
                    ours.add(count, forecast.mean()[slot], forecast.quantiles()[slot]);
                    means.add(count, mean.mean(day)[slot], mean.quantiles(day)[slot]);
                    medians.add(count, median.mean(day)[slot], median.quantiles(day)[slot]);
                }
            }
            assertThat(ours.wqlPercent()).isLessThan(means.wqlPercent()).isLessThan(medians.wqlPercent());
        }
    }

    @Test
    void anEventTellsTheDaysItWasLearnedFrom() {
        History history = MadeCounts.of(120, SLOTS, 300, day -> day == 40 || day == 85 ? 3 : 1);
        SeriesForecaster forecaster =
                forecaster(history, new EventCalendar(List.of(sale(40), sale(85), sale(110)), List.of()), 119);

        assertThat(forecaster.learnedFrom(100, sale(110))).containsExactly(date(40), date(85));
        assertThat(forecaster.learnedFrom(60, sale(110))).containsExactly(date(40));
    }

    @Test
    void aCancelledEventLeavesNoUplift() {
        History history = MadeCounts.of(120, SLOTS, 300, day -> day == 40 || day == 85 ? 3 : 1);
        EventCalendar with = new EventCalendar(List.of(sale(40), sale(85), sale(100)), List.of());
        EventCalendar without = new EventCalendar(List.of(sale(40), sale(85)), List.of());

        double uplift = forecaster(history, with, 99).forecast(99, 100).total()
                / forecaster(history, without, 99).forecast(99, 100).total();

        assertThat(uplift).isBetween(2.2, 3.3);
    }

    @Test
    void proposesOddDaysAndDoesNotForecastThemAgain() {
        History history = MadeCounts.of(120, SLOTS, 300, day -> day == 80 ? 4 : 1);
        SeriesForecaster forecaster = forecaster(history, EventCalendar.NONE, 119);

        assertThat(forecaster.oddDays(119)).contains(date(80)).hasSizeLessThan(4);
        assertThat(forecaster.forecast(80, 87).total()).isCloseTo(300 * 1, within(150.0));
    }

    @Test
    void closedDaysAndWeekendsAreNotZero() {
        History history = MadeCounts.of(150, SLOTS, 300, day -> day % 7 >= 5 || day == 60 ? Double.NaN : 1);
        SeriesForecaster forecaster = forecaster(history, EventCalendar.NONE, 149);

        assertThat(forecaster.forecast(139, 140).total()).as("a Monday").isBetween(250.0, 450.0);
        assertThat(forecaster.forecast(138, 140).total()).as("from a Sunday").isBetween(250.0, 450.0);
    }

    private static SeriesForecaster forecaster(History history, EventCalendar events, int lastDay) {
        return new SeriesForecaster(history, events, Knowledge.NONE, List.of(1, 2, 7, 14), lastDay);
    }

    private static EventPhase sale(int day) {
        return new EventPhase("sale", "sale", "peak", date(day), 0, 0, 0, LocalDate.MIN);
    }

    private static EventPhase knownFrom(EventPhase phase, int day) {
        return new EventPhase(
                phase.name(), phase.kind(), phase.phase(), phase.peak(), phase.fromDay(), phase.toDay(), 0, date(day));
    }

    private static LocalDate date(int day) {
        return MadeCounts.MONDAY.plusDays(day);
    }
}
