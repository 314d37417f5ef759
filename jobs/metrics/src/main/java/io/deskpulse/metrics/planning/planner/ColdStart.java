package io.deskpulse.metrics.planning.planner;

import io.deskpulse.metrics.forecast.SlotForecast;
import io.deskpulse.metrics.forecast.dayfilter.Explanation;
import io.deskpulse.metrics.forecast.score.Levels;
import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.numbers.NegativeBinomial;
import java.util.Map;

/**
 * Forecasts of a shop that has less than a week of days: its own level, the weekdays and the hours of other shops.
 *
 * <p>level = Σ days' contacts ÷ Σ their weekdays' factors. Quantiles by the negative binomial law, as wide as forecasts of other shops would have had to be
 * when they were as young.
 *
 * @see ColdSpread
 */
final class ColdStart {
    private ColdStart() {}

    /** The forecast of a day after the history's last one; null when other shops cannot help. */
    static SlotForecast forecast(History history, int origin, int target, Learned learned) {
        if (!learned.helps() || learned.profile().length != history.slots()) {
            return null;
        }
        double contacts = 0;
        double factors = 0;
        int known = 0;
        for (int day = 0; day <= origin; day++) {
            if (history.has(day)) {
                contacts += history.total(day);
                factors += learned.weekdays()[history.weekday(day)];
                known++;
            }
        }
        if (known == 0 || factors == 0) {
            return null;
        }
        double weekday = learned.weekdays()[history.weekday(target)];
        double level = contacts / factors;
        double slotVariance = learned.spread().ofSlot(known, contacts);
        double[] mean = new double[history.slots()];
        double[][] quantiles = new double[mean.length][];
        for (int slot = 0; slot < mean.length; slot++) {
            mean[slot] = level * weekday * learned.profile()[slot];
            quantiles[slot] = quantiles(mean[slot], slotVariance);
        }
        Explanation day = new Explanation(level, weekday, 1, Map.of());
        return new SlotForecast(
                origin,
                target,
                mean,
                quantiles,
                level * weekday,
                quantiles(level * weekday, learned.spread().ofDay(known, contacts)),
                new SlotForecast.Factors(day, 1, learned.profile()),
                known,
                true);
    }

    private static double[] quantiles(double mean, double dispersion) {
        return new NegativeBinomial(mean, dispersion).quantiles(Levels.all());
    }
}
