package io.deskpulse.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.metrics.forecast.events.EventCalendar;
import io.deskpulse.metrics.forecast.events.EventPhase;
import io.deskpulse.metrics.forecast.events.PhasePriors.Prior;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedLearningTest {

    @Test
    void aNewShopTakesOverWhatASaleDoesElsewhere() {
        EventCalendar events = new EventCalendar(List.of(sale(60), sale(90)), List.of());
        List<SharedLearning.Shop> shops = new ArrayList<>();
        for (double daily : new double[] {40, 200, 500, 900, 2000}) {
            shops.add(new SharedLearning.Shop(
                    MadeCounts.of(120, 12, daily, day -> day == 60 || day == 90 ? 2.5 : 1), events));
        }

        Knowledge knowledge = SharedLearning.of(shops, 119, Knowledge.NONE);

        Prior prior = knowledge.priors().of("sale/peak");
        assertThat(Math.exp(prior.mean())).isCloseTo(2.5, within(0.25));
        assertThat(prior.shopSpread()).isLessThan(0.3);
        assertThat(forecast(knowledge)).as("with others").isGreaterThan(2 * forecast(Knowledge.NONE) / 1.2);
    }

    @Test
    void learningOnStartsFromWhatIsKnown() {
        EventCalendar events = new EventCalendar(List.of(sale(60)), List.of());
        List<SharedLearning.Shop> shops =
                List.of(new SharedLearning.Shop(MadeCounts.of(100, 12, 300, day -> day == 60 ? 2 : 1), events));

        Knowledge first = SharedLearning.of(shops, 70, Knowledge.NONE);
        Knowledge next = SharedLearning.of(shops, 99, first);

        assertThat(next.kernel()).isEqualTo(first.kernel());
        assertThat(next.priors().of("sale/peak").mean())
                .isCloseTo(first.priors().of("sale/peak").mean(), within(0.2));
    }

    private static double forecast(Knowledge knowledge) {
        EventCalendar events = new EventCalendar(List.of(sale(50)), List.of());
        return new SeriesForecaster(MadeCounts.of(51, 12, 300, day -> 1), events, knowledge, List.of(1), 49)
                .forecast(49, 50)
                .total();
    }

    private static EventPhase sale(int day) {
        return new EventPhase("sale", "sale", "peak", MadeCounts.MONDAY.plusDays(day), 0, 0, 0, LocalDate.MIN);
    }
}
