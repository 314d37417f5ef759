package io.deskpulse.bench.forecast.shops;

import io.deskpulse.metrics.forecast.SlotForecast;
import io.deskpulse.metrics.forecast.blend.ReferenceIntervals;
import io.deskpulse.metrics.forecast.daymodel.SameWeekday;
import io.deskpulse.metrics.forecast.score.Accuracy;
import io.deskpulse.metrics.forecast.series.History;
import java.time.LocalDate;
import java.util.Arrays;

/** EC-1's tests F (around campaigns) and O (ordinary days) of one size and lead: sums of all shops and days. */
final class EcDays {
    private static final int FROM_PEAK = -21;
    private static final int TO_PEAK = 20;
    private static final LocalDate ORDINARY_FROM = LocalDate.of(2025, 7, 15);
    private static final LocalDate ORDINARY_TO = LocalDate.of(2025, 10, 18);
    private static final double BUSY = 5;

    final Accuracy days = new Accuracy();
    final Accuracy trueDays = new Accuracy();
    final Accuracy slots = new Accuracy();
    final Accuracy busySlots = new Accuracy();
    final Accuracy mean = new Accuracy();
    final Accuracy median = new Accuracy();

    /** Whether a day belongs to test F. */
    static boolean campaign(LocalDate date) {
        for (EcCampaign campaign : new EcCampaign[] {EcCampaign.C618, EcCampaign.C1111}) {
            long day = date.toEpochDay() - campaign.peak(2025).toEpochDay();
            if (day >= FROM_PEAK && day <= TO_PEAK) {
                return true;
            }
        }
        return false;
    }

    /** Whether a day belongs to test O. */
    static boolean ordinary(LocalDate date) {
        return !date.isBefore(ORDINARY_FROM)
                && !date.isAfter(ORDINARY_TO)
                && !EcHolidays.covers(date)
                && EcCampaign.all().stream().noneMatch(phase -> phase.weight(date) > 0);
    }

    /** Baselines of one shop and lead. */
    record Baselines(ReferenceIntervals mean, ReferenceIntervals median) {
        static Baselines of(History history, int lead) {
            return new Baselines(
                    new ReferenceIntervals(history, new SameWeekday(history, 8, false), lead),
                    new ReferenceIntervals(history, new SameWeekday(history, 8, true), lead));
        }
    }

    void add(EcShop shop, SlotForecast forecast, Baselines baselines) {
        int day = forecast.target();
        double[] counts = shop.counts()[day];
        double[] truth = shop.means()[day];
        double total = Arrays.stream(counts).sum();
        days.add(total, forecast.total(), forecast.totalQuantiles());
        trueDays.addPoint(total, Arrays.stream(truth).sum());
        double[][] meanQuantiles = baselines.mean.quantiles(day);
        double[][] medianQuantiles = baselines.median.quantiles(day);
        for (int slot = 0; slot < counts.length; slot++) {
            slots.add(counts[slot], forecast.mean()[slot], forecast.quantiles()[slot]);
            if (truth[slot] >= BUSY) {
                busySlots.add(counts[slot], forecast.mean()[slot], forecast.quantiles()[slot]);
            }
            mean.add(counts[slot], baselines.mean.mean(day)[slot], meanQuantiles[slot]);
            median.add(counts[slot], baselines.median.mean(day)[slot], medianQuantiles[slot]);
        }
    }

    /** Error of day totals relative to that of the true means. */
    double ratio() {
        return days.wapePercent() / trueDays.wapePercent();
    }
}
