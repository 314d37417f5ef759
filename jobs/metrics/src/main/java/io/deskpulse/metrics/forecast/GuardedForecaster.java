package io.deskpulse.metrics.forecast;

import io.deskpulse.metrics.forecast.blend.ReferenceIntervals;
import io.deskpulse.metrics.forecast.blend.Weights;
import io.deskpulse.metrics.forecast.dayfilter.StateLayout;
import io.deskpulse.metrics.forecast.daymodel.SameWeekday;
import io.deskpulse.metrics.forecast.score.Accuracy;
import io.deskpulse.metrics.forecast.score.Levels;
import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.forecast.shape.WeekdayProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A lead's forecasts, guarded by what planners do without a model: where the mean or the median of the last eight same slots comes close to them in
 * quantile loss, the quantiles of all three are averaged.
 *
 * <p>Weights by the losses of the last 40 ordinary days at the same lead, so sharp that a baseline which loses a tenth more has no say. On days of
 * events, of which the baselines know nothing, the forecast stands alone.
 *
 * @see "averaging quantiles: Lichtendahl, Grushka-Cockayne and Winkler 2013"
 */
final class GuardedForecaster {
    private static final int EVIDENCE_DAYS = 40;
    private static final int WEEKS = 8;
    private static final double SHARPNESS = 60;
    private static final double[] PRIORS = {1, 0.25, 0.25};

    private final History history;
    private final StateLayout layout;
    private final LeadForecaster own;
    private final List<ReferenceIntervals> baselines;
    private final int lead;
    private final Map<Integer, SlotForecast> forecasts = new HashMap<>();
    private final Map<Integer, double[]> losses = new HashMap<>();

    GuardedForecaster(StateLayout layout, LeadForecaster own, int lead) {
        this.history = layout.history();
        this.layout = layout;
        this.own = own;
        this.lead = lead;
        this.baselines = List.of(
                new ReferenceIntervals(history, new SameWeekday(history, WEEKS, false), lead),
                new ReferenceIntervals(history, new SameWeekday(history, WEEKS, true), lead));
    }

    /** The forecast of a day from the day that lies the lead before it; null before a week is known. */
    SlotForecast forecast(int target) {
        SlotForecast forecast = own(target);
        if (forecast == null || layout.eventful(target) || baselines.get(0).mean(target) == null) {
            return forecast;
        }
        double[] sums = new double[PRIORS.length];
        double contacts = 0;
        int days = 0;
        for (int day = target - lead; day >= lead && days < EVIDENCE_DAYS; day--) {
            if (layout.usable(day) && !layout.eventful(day)) {
                double[] loss = losses.computeIfAbsent(day, this::losses);
                if (loss.length == 0) {
                    break;
                }
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += loss[i];
                }
                contacts += history.total(day);
                days++;
            }
        }
        return days == 0 || contacts == 0 ? forecast : blended(forecast, Weights.of(PRIORS, sums, days, SHARPNESS));
    }

    private SlotForecast blended(SlotForecast forecast, double[] weights) {
        int slots = forecast.mean().length;
        double[] mean = new double[slots];
        double[][] quantiles = new double[slots][Levels.count()];
        add(mean, quantiles, weights[0], forecast.mean(), forecast.quantiles());
        for (int i = 0; i < baselines.size(); i++) {
            ReferenceIntervals baseline = baselines.get(i);
            int target = forecast.target();
            add(mean, quantiles, weights[i + 1], baseline.mean(target), baseline.quantiles(target));
        }
        double total = 0;
        for (double each : mean) {
            total += each;
        }
        double scale = forecast.total() > 0 ? total / forecast.total() : 1;
        double[] totals = forecast.totalQuantiles().clone();
        for (int i = 0; i < totals.length; i++) {
            totals[i] *= scale;
        }
        SlotForecast.Factors factors = forecast.factors();
        return new SlotForecast(
                forecast.origin(),
                forecast.target(),
                mean,
                quantiles,
                total,
                totals,
                new SlotForecast.Factors(
                        factors.day(), total / factors.day().product(), WeekdayProfile.normalised(mean)),
                forecast.evidenceDays(),
                forecast.young());
    }

    private static void add(
            double[] mean, double[][] quantiles, double weight, double[] otherMean, double[][] otherQuantiles) {
        for (int slot = 0; slot < mean.length; slot++) {
            mean[slot] += weight * otherMean[slot];
            for (int i = 0; i < Levels.count(); i++) {
                quantiles[slot][i] += weight * otherQuantiles[slot][i];
            }
        }
    }

    /** The quantile losses of a day's counts: our own, then the baselines'; empty when not all of them had a forecast. */
    private double[] losses(int day) {
        SlotForecast forecast = own(day);
        if (forecast == null) {
            return new double[0];
        }
        List<double[][]> quantiles = new ArrayList<>();
        quantiles.add(forecast.quantiles());
        for (ReferenceIntervals baseline : baselines) {
            if (baseline.mean(day) == null) {
                return new double[0];
            }
            quantiles.add(baseline.quantiles(day));
        }
        return quantiles.stream().mapToDouble(each -> loss(day, each)).toArray();
    }

    private double loss(int day, double[][] quantiles) {
        double[] counts = history.day(day);
        double loss = 0;
        for (int slot = 0; slot < counts.length; slot++) {
            for (int i = 0; i < Levels.count() && !Double.isNaN(counts[slot]); i++) {
                loss += Accuracy.pinball(Levels.level(i), counts[slot], quantiles[slot][i]);
            }
        }
        return loss;
    }

    private SlotForecast own(int target) {
        if (!forecasts.containsKey(target)) {
            forecasts.put(target, own.forecast(target));
        }
        return forecasts.get(target);
    }
}
