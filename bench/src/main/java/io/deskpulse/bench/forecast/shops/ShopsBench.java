package io.deskpulse.bench.forecast.shops;

import io.deskpulse.bench.forecast.bars.Bars;
import io.deskpulse.metrics.forecast.Knowledge;
import io.deskpulse.metrics.forecast.SlotForecast;
import io.deskpulse.ops.Progress;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The tables of protocol EC-1 for some worlds, and the bars that they meet. */
public final class ShopsBench {
    static final List<Integer> LEADS = List.of(1, 7, 14);

    private static final String[] SIZES = {"small", "medium", "large"};
    private static final int EVERY = 4;

    private final Progress progress;
    private final Bars bars;

    /** A bench that tells its steps, and bars what it finds. */
    public ShopsBench(Progress progress, Bars bars) {
        this.progress = progress;
        this.bars = bars;
    }

    /** Prints the tables of the worlds of some seeds, at least one. */
    public void run(List<Long> seeds) {
        List<EcWorld> worlds =
                seeds.stream().map(seed -> new EcWorld(seed, progress)).toList();
        EcDays[][][][] tests = new EcDays[2][LEADS.size()][SIZES.length][worlds.size()];
        for (int world = 0; world < worlds.size(); world++) {
            for (int i = 0; i < EcShop.SHOPS; i += EVERY) {
                progress.step("EC-1 seed " + seeds.get(world) + ": forecasting shop " + i);
                days(worlds.get(world), worlds.get(world).shops().get(i), tests, world);
            }
        }
        List<Knowledge> ends = worlds.stream().map(EcWorld::atEnd).toList();
        uplifts(worlds, ends);
        new EcReport(bars, tests).print(seeds);
    }

    private static void days(EcWorld world, EcShop shop, EcDays[][][][] tests, int number) {
        EcWorld.Forecasts forecasts = world.forecasts(shop);
        for (int lead = 0; lead < LEADS.size(); lead++) {
            int ahead = LEADS.get(lead);
            EcDays.Baselines baselines = EcDays.Baselines.of(shop.history(), ahead);
            for (int day = 0; day < EcShop.DAYS; day++) {
                LocalDate date = EcShop.FIRST.plusDays(day);
                int test = EcDays.campaign(date) ? 0 : EcDays.ordinary(date) ? 1 : -1;
                if (test >= 0) {
                    EcDays[] sums = tests[test][lead][shop.size()];
                    sums[number] = sums[number] == null ? new EcDays() : sums[number];
                    SlotForecast forecast = forecasts.at(day - ahead).forecast(day - ahead, day);
                    sums[number].add(shop, forecast, baselines);
                }
            }
        }
    }

    private void uplifts(List<EcWorld> worlds, List<Knowledge> ends) {
        System.out.println("\nEC-1 U: log factors of campaigns' phases    median error   in 80 %   in 95 %");
        double[] must = {0.075, 0.050, 0.042};
        double[] goal = {0.061, 0.041, 0.034};
        for (int size = 0; size < SIZES.length; size++) {
            for (boolean big : new boolean[] {true, false}) {
                EcUplift uplift = EcUplift.of(worlds, ends, size, big);
                String name = SIZES[size] + (big ? ", big campaigns" : ", other campaigns");
                System.out.printf(
                        Locale.ROOT,
                        "%-42s %13.3f %9.1f %9.1f%n",
                        name,
                        uplift.medianError(),
                        uplift.coverage80Percent(),
                        uplift.coverage95Percent());
                if (big) {
                    bars.atMost("EC-1 U median error " + name, uplift.medianError(), must[size], goal[size]);
                    bars.around("EC-1 U in 80 % " + name, uplift.coverage80Percent(), 80, 5, 3);
                    bars.around("EC-1 U in 95 % " + name, uplift.coverage95Percent(), 95, 3, 2);
                }
            }
        }
    }
}
