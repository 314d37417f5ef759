package io.deskpulse.bench.forecast.shops;

import io.deskpulse.metrics.forecast.Knowledge;
import io.deskpulse.metrics.forecast.dayfilter.DayBelief;
import io.deskpulse.metrics.forecast.dayfilter.DayFilter;
import io.deskpulse.metrics.forecast.dayfilter.StateLayout;
import io.deskpulse.metrics.forecast.series.WorkCalendar;
import java.util.ArrayList;
import java.util.List;

/** EC-1's test U: log factors of campaigns' phases as estimated at the end, against the true ones. */
final class EcUplift {
    private static final double Z80 = 1.2815515655446004;
    private static final double Z95 = 1.959963984540054;

    private final List<Double> errors = new ArrayList<>();
    private int within80;
    private int within95;

    private EcUplift() {}

    /** The result of the shops of a size in some worlds. */
    static EcUplift of(List<EcWorld> worlds, List<Knowledge> ends, int size, boolean big) {
        EcUplift uplift = new EcUplift();
        for (int i = 0; i < worlds.size(); i++) {
            for (EcShop shop : worlds.get(i).shops()) {
                if (shop.size() == size) {
                    uplift.add(shop, ends.get(i), big);
                }
            }
        }
        return uplift;
    }

    double medianError() {
        return errors.stream().sorted().toList().get(errors.size() / 2);
    }

    double coverage80Percent() {
        return 100.0 * within80 / errors.size();
    }

    double coverage95Percent() {
        return 100.0 * within95 / errors.size();
    }

    private void add(EcShop shop, Knowledge knowledge, boolean big) {
        StateLayout layout = new StateLayout(shop.history(), new WorkCalendar(shop.history(), 1), shop.calendar(), 1);
        DayFilter filter =
                new DayFilter(layout, knowledge.kernel(), knowledge.priors(), DayFilter.Run.to(EcShop.DAYS - 1));
        for (EcCampaign campaign : EcCampaign.values()) {
            for (int year = 2024; year <= 2025 && campaign.big() == big; year++) {
                for (int number : campaign.phases()) {
                    DayBelief belief = filter.effect(campaign.phase(number, year));
                    double error = Math.abs(belief.mean() - campaign.log(number, year, shop.numbers()));
                    double spread = Math.sqrt(belief.variance());
                    errors.add(error);
                    within80 += error <= Z80 * spread ? 1 : 0;
                    within95 += error <= Z95 * spread ? 1 : 0;
                }
            }
        }
    }
}
