package io.deskpulse.metrics.forecast;

import io.deskpulse.metrics.forecast.blend.ReferenceIntervals;
import io.deskpulse.metrics.forecast.blend.Spread;
import io.deskpulse.metrics.forecast.blend.Weights;
import io.deskpulse.metrics.forecast.dayfilter.StateLayout;
import io.deskpulse.metrics.forecast.daymodel.SameWeekday;
import io.deskpulse.metrics.forecast.daymodel.SlotModel;
import io.deskpulse.metrics.forecast.score.Accuracy;
import io.deskpulse.metrics.forecast.score.Levels;
import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.forecast.shape.WeekdayProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A lead's forecasts, guarded by what planners do without a model: where the mean or the median of the last eight same slots comes close to them in
 * quantile loss, the quantiles of all three are averaged, to whole counts where they are whole counts.
 *
 * <p>Weights by the losses of the last 40 ordinary days at the lead, so sharp that a baseline which loses a tenth more has no say. On days of
 * events, of which the baselines know nothing, the forecast stands alone.
 *
 * <p>For these losses, how wide past quantiles were is learned anew once a week only, which no weight shows but which costs a seventh.
 *
 * @see "averaging quantiles: Lichtendahl, Grushka-Cockayne and Winkler 2013"
 */
final class GuardedForecaster {
    private static final int EVIDENCE_DAYS = 40;
    private static final int WEEKS = 8;
    private static final double SHARPNESS = 60;
    private static final double[] PRIORS = {1, 0.25, 0.25};

    private static final int WEEK = 7;

    /** Days after which the width of quantiles hardly changes from one day to the next. */
    private static final int SETTLED_DAYS = 42;

    private final History history;
    private final StateLayout layout;
    private final LeadForecaster own;
    private final List<SlotModel> models;
    private final List<ReferenceIntervals> intervals;
    private final int lead;
    private final double[][] losses;
    private final Map<Integer, double[]> weights = new HashMap<>();

    /**
     * What forecasts are guarded by.
     *
     * @param models the baselines
     * @param intervals around each, by whole weeks: what they say of a day is the same at all leads of a week
     */
    record Baselines(History history, List<SlotModel> models, Map<Integer, List<ReferenceIntervals>> intervals) {
        /** The mean and the median of the last eight same slots. */
        static Baselines of(History history) {
            return new Baselines(
                    history,
                    List.of(new SameWeekday(history, WEEKS, false), new SameWeekday(history, WEEKS, true)),
                    new HashMap<>());
        }

        private List<ReferenceIntervals> at(int lead) {
            int days = WEEK * ((lead + WEEK - 1) / WEEK);
            return intervals.computeIfAbsent(
                    days,
                    unseen -> models.stream()
                            .map(model -> new ReferenceIntervals(history, model, days))
                            .toList());
        }
    }

    /** Guards a lead's forecasts. */
    GuardedForecaster(StateLayout layout, LeadForecaster own, Baselines baselines, int lead) {
        this.history = layout.history();
        this.layout = layout;
        this.own = own;
        this.lead = lead;
        this.models = baselines.models;
        this.intervals = baselines.at(lead);
        this.losses = new double[history.days()][];
    }

    /** The forecast of a day from one that lies at most the lead before it; null before a week is known. */
    SlotForecast forecast(int origin, int target) {
        SlotForecast forecast = own.forecast(origin, target);
        if (forecast == null || layout.eventful(target) || models.get(0).forecast(origin, target) == null) {
            return forecast;
        }
        double[] weight = weights.computeIfAbsent(origin, this::weights);
        return weight.length == 0 ? forecast : blended(forecast, weight);
    }

    /** How much our own forecast and the baselines count; empty without evidence. */
    private double[] weights(int origin) {
        double[] sums = new double[PRIORS.length];
        double contacts = 0;
        int days = 0;
        for (int day = Math.min(origin, history.days() - 1); day >= lead && days < EVIDENCE_DAYS; day--) {
            if (layout.usable(day) && !layout.eventful(day)) {
                double[] loss = losses(day);
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
        return days == 0 || contacts == 0 ? new double[0] : Weights.of(PRIORS, sums, days, SHARPNESS);
    }

    private SlotForecast blended(SlotForecast forecast, double[] weights) {
        int slots = forecast.mean().length;
        double[] mean = new double[slots];
        double[][] quantiles = new double[slots][Levels.count()];
        add(mean, quantiles, weights[0], forecast.mean(), forecast.quantiles());
        for (int i = 0; i < models.size(); i++) {
            double[] baseline = models.get(i).forecast(forecast.origin(), forecast.target());
            add(mean, quantiles, weights[i + 1], baseline, intervals.get(i).quantiles(baseline, forecast.origin()));
        }
        wholeWhereQuiet(mean, quantiles);
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

    /** The average of whole counts is none, and a bound a hair above 0 leaves out all the intervals in which nothing came. */
    private static void wholeWhereQuiet(double[] mean, double[][] quantiles) {
        for (int slot = 0; slot < mean.length; slot++) {
            for (int i = 0; i < Levels.count() && mean[slot] < Spread.QUIET; i++) {
                quantiles[slot][i] = Math.rint(quantiles[slot][i]);
            }
        }
    }

    /** The quantile losses of a day's counts: our own, then the baselines'; empty when not all of them had a forecast. */
    private double[] losses(int day) {
        if (losses[day] == null) {
            int origin = day - lead;
            int learnedAt = origin < SETTLED_DAYS ? origin : origin - origin % WEEK;
            double[][] quantiles = own.quantiles(day, learnedAt);
            double[] loss = new double[quantiles == null ? 0 : PRIORS.length];
            for (int i = 0; i < loss.length; i++) {
                double[] baseline = i == 0 ? null : models.get(i - 1).forecast(origin, day);
                if (i > 0 && baseline == null) {
                    loss = new double[0];
                } else {
                    loss[i] =
                            loss(day, i == 0 ? quantiles : intervals.get(i - 1).quantiles(baseline, learnedAt));
                }
            }
            losses[day] = loss;
        }
        return losses[day];
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
}
