package io.deskpulse.bench.forecast.shops;

import io.deskpulse.bench.forecast.bars.Bars;
import io.deskpulse.metrics.forecast.score.Accuracy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What tests F and O found: means over worlds.
 *
 * @param bars to be told
 * @param tests by test, lead, size, world
 */
record EcReport(Bars bars, EcDays[][][][] tests) {
    private static final String[] SIZES = {"small", "medium", "large"};
    private static final String[] NAMES = {"F", "O"};

    /** Bars of F and O at 7 and 14 days by size: must, then goal. */
    private static final double[][][][] RATIO_BARS = {
        {{{1.5, 1.85, 2.35}, {1.25, 1.6, 2.0}}, {{1.6, 2.0, 2.5}, {1.3, 1.7, 2.2}}},
        {{{1.2, 1.4, 1.6}, {1.12, 1.25, 1.4}}, {{1.25, 1.6, 1.8}, {1.15, 1.4, 1.6}}}
    };

    void print(List<Long> seeds) {
        System.out.println("\nEC-1, seeds " + seeds + ", percent                day WAPE  true  ratio  slot WAPE   wQL"
                + "  mean 8  median 8   days in 80/95 %  busy slots in 80/95 %");
        boolean better = true;
        for (int test = 0; test < NAMES.length; test++) {
            for (int lead = 0; lead < ShopsBench.LEADS.size(); lead++) {
                for (int size = 0; size < SIZES.length; size++) {
                    EcDays[] worlds = tests[test][lead][size];
                    line(NAMES[test] + " " + ShopsBench.LEADS.get(lead) + "d " + SIZES[size], worlds);
                    better &= Arrays.stream(worlds).allMatch(EcReport::better);
                    if (lead > 0) {
                        double[][] bar = RATIO_BARS[test][lead - 1];
                        bars.atMost(
                                "EC-1 " + NAMES[test] + " " + ShopsBench.LEADS.get(lead) + "d " + SIZES[size]
                                        + ", error ÷ error of true means",
                                mean(worlds, EcDays::ratio),
                                bar[0][size],
                                bar[1][size]);
                    }
                }
            }
        }
        coverage();
        bars.holds("EC-1 never worse than mean and median of the last 8 on wQL", better);
    }

    private void coverage() {
        for (int test = 0; test < NAMES.length; test++) {
            for (int size = 0; size < SIZES.length; size++) {
                Accuracy days = pooled(test, size, each -> each.days);
                Accuracy slots = pooled(test, size, each -> each.busySlots);
                String name = "EC-1 " + NAMES[test] + " " + SIZES[size];
                bars.around(name + ", day totals in 80 %", days.coverage80Percent(), 80, 6, 3);
                bars.around(name + ", day totals in 95 %", days.coverage95Percent(), 95, 4, 2);
                if (slots.counts() >= 200) {
                    bars.around(name + ", busy slots in 80 %", slots.coverage80Percent(), 80, 4, 2);
                    bars.around(name + ", busy slots in 95 %", slots.coverage95Percent(), 95, 2.5, 1.5);
                }
            }
        }
    }

    private Accuracy pooled(int test, int size, Function<EcDays, Accuracy> part) {
        Accuracy all = new Accuracy();
        for (EcDays[][] leads : tests[test]) {
            for (EcDays world : leads[size]) {
                all.add(part.apply(world));
            }
        }
        return all;
    }

    private static void line(String name, EcDays[] worlds) {
        System.out.printf(
                Locale.ROOT,
                "%-38s %12.1f %5.1f %6.2f %10.1f %5.2f %7.2f %9.2f %11.0f/%.0f %16.1f/%.1f%n",
                name,
                mean(worlds, each -> each.days.wapePercent()),
                mean(worlds, each -> each.trueDays.wapePercent()),
                mean(worlds, EcDays::ratio),
                mean(worlds, each -> each.slots.wapePercent()),
                mean(worlds, each -> each.slots.wqlPercent()),
                mean(worlds, each -> each.mean.wqlPercent()),
                mean(worlds, each -> each.median.wqlPercent()),
                mean(worlds, each -> each.days.coverage80Percent()),
                mean(worlds, each -> each.days.coverage95Percent()),
                mean(worlds, each -> each.busySlots.coverage80Percent()),
                mean(worlds, each -> each.busySlots.coverage95Percent()));
    }

    private static boolean better(EcDays days) {
        return days.slots.wqlPercent() <= days.mean.wqlPercent() && days.slots.wqlPercent() <= days.median.wqlPercent();
    }

    private static double mean(EcDays[] worlds, ToDoubleFunction<EcDays> value) {
        return Arrays.stream(worlds).mapToDouble(value).average().orElse(Double.NaN);
    }
}
