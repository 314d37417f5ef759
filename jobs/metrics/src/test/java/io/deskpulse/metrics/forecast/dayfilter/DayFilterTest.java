package io.deskpulse.metrics.forecast.dayfilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.metrics.forecast.MadeCounts;
import io.deskpulse.metrics.forecast.daymodel.DayGp;
import io.deskpulse.metrics.forecast.events.EventCalendar;
import io.deskpulse.metrics.forecast.events.EventPhase;
import io.deskpulse.metrics.forecast.events.PhasePriors;
import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.forecast.series.WorkCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DayFilterTest {
    private static final DayKernel KERNEL = new DayKernel(0.3, 0.05, 0.03, 0.02, 0.05, 20, 0.02, 1.5, 0.02, 1e-6);

    @Test
    void isGaussianProcessRegressionWhereCountsAreLarge() {
        History history = MadeCounts.of(100, 1, 1e8, day -> 1 + 0.05 * Math.sin(day / 9.0));
        WorkCalendar calendar = new WorkCalendar(history, 15);
        DayGp process =
                new DayGp(history, calendar, new DayGp.Kernel(0.3, 0.05, 0.03, 0.02, 0.65, 0.05, 20, 0.02, 1.5, 0.02));

        DayFilter filter = filter(history, EventCalendar.NONE, 99);

        for (int lead : new int[] {1, 7, 14}) {
            DayGp.LogTotal expected = process.forecast(99, 99 + lead, Math.log(1e8 * 6 / 7));
            assertThat(filter.belief(99, 99 + lead).mean()).isCloseTo(expected.mean(), within(0.003));
            assertThat(Math.sqrt(filter.belief(99, 99 + lead).variance()))
                    .as("weekdays drift a little")
                    .isCloseTo(Math.sqrt(expected.variance()), within(0.005));
        }
    }

    @Test
    void learnsWhatAnEventDoesAndHowSureThatIs() {
        List<EventPhase> sales = List.of(sale(50), sale(75), sale(90));
        History history = MadeCounts.of(100, 1, 1000, day -> day == 50 || day == 75 || day == 90 ? 2 : 1);

        DayFilter filter = filter(history, new EventCalendar(sales, List.of()), 99);

        DayBelief effect = filter.effect(sale(90));
        assertThat(effect.mean()).isCloseTo(Math.log(2), within(3 * Math.sqrt(effect.variance())));
        assertThat(Math.sqrt(effect.variance())).isLessThan(0.15);
        assertThat(filter.eventLog(99, 98)).isZero();
        assertThat(filter.effect(sale(500))).as("outside").isNull();
    }

    @Test
    void anOddDayIsNotBelievedButThreeAreANewLevel() {
        DayFilter once = filter(MadeCounts.of(70, 1, 5000, day -> day == 60 ? 3 : 1), EventCalendar.NONE, 69);
        DayFilter shift = filter(MadeCounts.of(70, 1, 5000, day -> day >= 60 ? 3 : 1), EventCalendar.NONE, 69);

        assertThat(once.odd(60)).isTrue();
        assertThat(once.odd(61)).isFalse();
        assertThat(Math.exp(once.belief(69, 70).mean())).isCloseTo(6000, within(900.0));
        assertThat(Math.exp(shift.belief(69, 70).mean())).isCloseTo(18_000, within(3600.0));
    }

    @Test
    void aDayKnownInPartCountsForWhatItShows() {
        History whole = MadeCounts.of(60, 4, 4000, day -> 1);
        double[][] counts = new double[60][];
        for (int day = 0; day < 60; day++) {
            counts[day] = whole.day(day).clone();
        }
        counts[58][0] = Double.NaN;
        counts[58][1] = Double.NaN;

        DayFilter part = filter(whole.with(counts), EventCalendar.NONE, 59);

        assertThat(part.exposure(58)).isCloseTo(0.5, within(0.02));
        assertThat(part.odd(58)).isFalse();
        assertThat(part.belief(59, 60).mean())
                .isCloseTo(filter(whole, EventCalendar.NONE, 59).belief(59, 60).mean(), within(0.02));
    }

    @Test
    void zerosAreCountsLikeOthers() {
        DayFilter filter = filter(MadeCounts.of(80, 1, 0.3, day -> 1), EventCalendar.NONE, 79);

        assertThat(Math.exp(filter.belief(79, 80).mean())).isBetween(0.1, 0.8);
        assertThat(filter.logLikelihood()).isFinite();
    }

    @Test
    void noDayIsBelievedToBringMoreThanTwentyTimesTheMostThatCame() {
        History history = MadeCounts.of(60, 1, 1000, day -> 1);
        StateLayout layout = layout(history, new EventCalendar(List.of(sale(65)), List.of()));
        PhasePriors wild = new PhasePriors(Map.of("sale/peak", new PhasePriors.Prior(6, 0.1, 0.1, 0.1)));
        double most = IntStream.range(0, 60).mapToDouble(history::total).max().orElseThrow();

        DayFilter filter = new DayFilter(layout, KERNEL, wild, new DayFilter.Run(59, 0, 14));

        assertThat(Math.exp(filter.belief(59, 65).mean()))
                .as("by its prior it would be 400 times as much")
                .isCloseTo(20 * most, within(1e-6 * most));
        assertThat(filter.explain(59, 65).product()).isCloseTo(20 * most, within(1e-6 * most));
        assertThat(Math.exp(filter.belief(59, 66).mean())).isLessThan(2 * most);
    }

    @Test
    void explainsADayByFactorsThatMultiplyToIt() {
        History history = MadeCounts.of(100, 1, 1000, day -> day == 50 ? 2 : 1);
        DayFilter filter = filter(history, new EventCalendar(List.of(sale(50), sale(101)), List.of()), 99);

        Explanation explanation = filter.explain(99, 101);

        assertThat(explanation.product() / Math.exp(filter.belief(99, 101).mean()))
                .isCloseTo(1, within(1e-12));
        assertThat(explanation.events()).containsOnlyKeys("sale/peak");
        assertThat(filter.explain(99, 104).weekday()).as("a Sunday").isLessThan(0.6);
    }

    @Test
    void aFittedKernelIsLikelierThanATypicalOne() {
        History history = MadeCounts.of(120, 1, 1e6, day -> Math.exp(0.2 * Math.sin(day / 5.0)));
        StateLayout layout = layout(history, EventCalendar.NONE);

        DayKernel fitted = KernelFit.of(List.of(layout), PhasePriors.NONE, 119, DayKernel.TYPICAL, 200);

        assertThat(new DayFilter(layout, fitted, PhasePriors.NONE, DayFilter.Run.to(119)).logLikelihood())
                .isGreaterThan(new DayFilter(layout, DayKernel.TYPICAL, PhasePriors.NONE, DayFilter.Run.to(119))
                        .logLikelihood());
    }

    private static DayFilter filter(History history, EventCalendar events, int lastDay) {
        return new DayFilter(layout(history, events), KERNEL, PhasePriors.NONE, new DayFilter.Run(lastDay, 0, 14));
    }

    private static StateLayout layout(History history, EventCalendar events) {
        return new StateLayout(history, new WorkCalendar(history, 15), events, 14);
    }

    private static EventPhase sale(int day) {
        return new EventPhase("sale", "sale", "peak", MadeCounts.MONDAY.plusDays(day), 0, 0, 0, LocalDate.MIN);
    }
}
