package io.deskpulse.metrics.planning.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.forecast.MadeCounts;
import io.deskpulse.metrics.forecast.score.Accuracy;
import io.deskpulse.metrics.forecast.score.Levels;
import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.numbers.NegativeBinomial;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ColdSpreadTest {
    private static final int SLOTS = 12;

    @Test
    void shopsThatMoveMakeWideBandsAndSteadyOnesNarrowOnes() {
        ColdSpread steady = ColdSpread.of(shops(0.02, 0), weekdays(), profile());
        ColdSpread lively = ColdSpread.of(shops(0.5, 0), weekdays(), profile());

        assertThat(steady.ofDay(3, 1e6)).isLessThan(0.03);
        assertThat(lively.ofDay(3, 1e6)).isGreaterThan(5 * steady.ofDay(3, 1e6));
        assertThat(lively.ofDay(1, 1e6)).as("one day says less than six").isGreaterThan(lively.ofDay(6, 1e6));
        assertThat(lively.ofDay(3, 10)).as("so do ten contacts").isGreaterThan(lively.ofDay(3, 1e6) + 0.05);
        assertThat(lively.ofSlot(3, 100)).isGreaterThanOrEqualTo(lively.ofDay(3, 100));
    }

    @Test
    void aNewShopsDaysFallIntoItsBand() {
        ColdSpread spread = ColdSpread.of(shops(0.3, 0), weekdays(), profile());
        Accuracy days = new Accuracy();
        for (History shop : shops(0.3, 1_000)) {
            double contacts = shop.total(0) + shop.total(1) + shop.total(2);
            double level = contacts / (weekdays()[0] + weekdays()[1] + weekdays()[2]);
            for (int day = 3; day < 17; day++) {
                double mean = level * weekdays()[day % 7];
                double[] quantiles = new NegativeBinomial(mean, spread.ofDay(3, contacts)).quantiles(Levels.all());
                days.add(shop.total(day), mean, quantiles);
            }
        }

        assertThat(days.coverage80Percent()).isBetween(75.0, 90.0);
    }

    private static List<History> shops(double swing, long seed) {
        List<History> shops = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            SplittableRandom random = new SplittableRandom(seed + i);
            double[] factors = random.doubles(70)
                    .map(u -> Math.exp(swing * Math.sqrt(12) * (u - 0.5)))
                    .toArray();
            shops.add(MadeCounts.of(70, SLOTS, 40 + 10 * i, day -> factors[day], seed + i));
        }
        return shops;
    }

    private static double[] weekdays() {
        double[] weekdays = new double[7];
        for (int day = 0; day < 7; day++) {
            weekdays[day] = MadeCounts.weekday(day);
        }
        return weekdays;
    }

    private static double[] profile() {
        double[] profile = new double[SLOTS];
        for (int slot = 0; slot < SLOTS; slot++) {
            profile[slot] = MadeCounts.share(slot, SLOTS);
        }
        return profile;
    }
}
