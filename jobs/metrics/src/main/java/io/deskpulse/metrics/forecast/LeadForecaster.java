package io.deskpulse.metrics.forecast;

import io.deskpulse.metrics.forecast.blend.Bias;
import io.deskpulse.metrics.forecast.blend.Spread;
import io.deskpulse.metrics.forecast.blend.TotalSpread;
import io.deskpulse.metrics.forecast.blend.Weights;
import io.deskpulse.metrics.forecast.dayfilter.DayBelief;
import io.deskpulse.metrics.forecast.dayfilter.Explanation;
import io.deskpulse.metrics.forecast.score.CrpsNormal;
import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.forecast.shape.WeekdayProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Forecasts at one lead: members weighed by their losses of the last 40 known days, intervals by the errors of as many, both at this very lead.
 */
final class LeadForecaster {
    private static final int EVIDENCE_DAYS = 40;
    private static final int TOTAL_EVIDENCE_DAYS = 60;
    private static final int BIAS_DAYS = 28;
    private static final double SHARPNESS = 20;
    private static final int YOUNG_DAYS = 28;

    /** A belief that stands on this many days is half as sure as it says: its kernel is a guess as well. */
    private static final double UNSURE_DAYS = 14;

    private final History history;
    private final TotalsModel totals;
    private final Members members;
    private final int lead;
    private final Map<Integer, Made> made = new HashMap<>();
    private final Map<Integer, double[]> means = new HashMap<>();
    private final Map<Integer, double[]> blends = new HashMap<>();

    /** What the members said of a day, and how wrong they were; losses null when the day is not known. */
    private record Made(double[][] forecasts, double[] losses, DayBelief belief) {}

    LeadForecaster(TotalsModel totals, Members members, int lead) {
        this.history = totals.layout().history();
        this.totals = totals;
        this.members = members;
        this.lead = lead;
    }

    /** The forecast of a day from the day that lies the lead before it; null before a week is known. */
    SlotForecast forecast(int target) {
        int origin = target - lead;
        double[] mean = mean(target);
        if (mean == null) {
            return null;
        }
        double variance = made(target).belief.variance();
        int known = knownDays(origin);
        double prior = 1 + UNSURE_DAYS / known;
        List<Integer> days = evidence(origin, TOTAL_EVIDENCE_DAYS);
        List<Integer> recent = days.subList(0, Math.min(EVIDENCE_DAYS, days.size()));
        Spread spread = new Spread(
                recent.stream()
                        .map(day -> new Spread.Outcome(
                                history.day(day), mean(day), made(day).belief.variance(), totals.odd(day)))
                        .toList(),
                prior);
        TotalSpread totalSpread = new TotalSpread(
                days.stream()
                        .filter(day -> !totals.odd(day))
                        .map(day -> new TotalSpread.Outcome(
                                history.total(day),
                                sumKnown(day, mean(day)),
                                made(day).belief.variance()))
                        .toList(),
                prior);
        double total = sum(mean);
        double[][] quantiles = new double[mean.length][];
        for (int slot = 0; slot < mean.length; slot++) {
            quantiles[slot] = spread.quantiles(mean[slot], variance);
        }
        return new SlotForecast(
                origin,
                target,
                mean,
                quantiles,
                total,
                totalSpread.quantiles(total, variance),
                factors(target, mean, total),
                recent.size(),
                known < YOUNG_DAYS);
    }

    private SlotForecast.Factors factors(int target, double[] mean, double total) {
        Explanation day = totals.explain(target - lead, target);
        double[] shares = WeekdayProfile.normalised(mean);
        return new SlotForecast.Factors(day, total / day.product(), shares);
    }

    /** The mean of the members without the bias that lasts; null before a week is known. */
    private double[] mean(int target) {
        if (!means.containsKey(target)) {
            double[] blend = blend(target);
            double factor = blend == null ? 1 : Math.exp(bias(target - lead));
            means.put(
                    target,
                    blend == null
                            ? null
                            : Arrays.stream(blend).map(each -> each * factor).toArray());
        }
        return means.get(target);
    }

    private double bias(int origin) {
        List<Double> errors = new ArrayList<>();
        for (int day : evidence(origin, BIAS_DAYS)) {
            if (!totals.odd(day) && !totals.layout().eventful(day)) {
                errors.add(Math.log((history.total(day) + 0.5) / (sumKnown(day, blend(day)) + 0.5)));
            }
        }
        return Bias.of(errors, lead);
    }

    /** The mean of the members; null before a week is known. */
    private double[] blend(int target) {
        if (blends.containsKey(target)) {
            return blends.get(target);
        }
        Made forecasts = made(target);
        double[] mean = null;
        if (forecasts != null) {
            double[] weights = weights(target, forecasts.forecasts);
            mean = new double[history.slots()];
            for (int i = 0; i < weights.length; i++) {
                for (int slot = 0; slot < mean.length && weights[i] > 0; slot++) {
                    mean[slot] += weights[i] * forecasts.forecasts[i][slot];
                }
            }
        }
        blends.put(target, mean);
        return mean;
    }

    private double[] weights(int target, double[][] forecasts) {
        int origin = target - lead;
        double[] priors = members.priors(origin);
        double[] losses = new double[Members.COUNT];
        double[] counted = new double[Members.COUNT];
        List<Integer> days = evidence(origin, EVIDENCE_DAYS);
        for (int day : days) {
            double[] loss = made(day).losses;
            for (int i = 0; i < losses.length && !totals.odd(day); i++) {
                if (!Double.isNaN(loss[i])) {
                    losses[i] += loss[i];
                    counted[i] += history.total(day);
                }
            }
        }
        for (int i = 0; i < losses.length; i++) {
            losses[i] = counted[i] > 0 ? losses[i] / counted[i] : Double.NaN;
            priors[i] = forecasts[i] == null ? 0 : priors[i];
        }
        return Weights.of(priors, losses, days.size(), SHARPNESS);
    }

    /** The most recent known days up to an origin for which there was a forecast, latest first. */
    private List<Integer> evidence(int origin, int most) {
        List<Integer> days = new ArrayList<>();
        for (int day = origin; day >= lead && days.size() < most; day--) {
            if (totals.layout().usable(day)) {
                if (made(day) == null) {
                    break;
                }
                days.add(day);
            }
        }
        return days;
    }

    private Made made(int target) {
        if (!made.containsKey(target)) {
            int origin = target - lead;
            double[][] forecasts = origin < 0 ? null : members.forecasts(origin, target);
            DayBelief belief = forecasts == null ? null : totals.belief(origin, target);
            made.put(target, forecasts == null ? null : new Made(forecasts, losses(target, forecasts, belief), belief));
        }
        return made.get(target);
    }

    /** The continuous ranked probability score of each member, all with the filter's spread: zeros do not win by being narrow. */
    private double[] losses(int target, double[][] forecasts, DayBelief belief) {
        if (!history.has(target)) {
            return null;
        }
        double[] counts = history.day(target);
        double[] losses = new double[forecasts.length];
        for (int i = 0; i < losses.length; i++) {
            if (forecasts[i] == null) {
                losses[i] = Double.NaN;
                continue;
            }
            for (int slot = 0; slot < counts.length; slot++) {
                if (!Double.isNaN(counts[slot])) {
                    double mean = forecasts[0][slot];
                    double spread =
                            Math.sqrt(Math.max(mean, 0.25) + mean * mean * (belief.variance() + Spread.SLOT_VARIANCE));
                    losses[i] += CrpsNormal.of(counts[slot], forecasts[i][slot], spread);
                }
            }
        }
        return losses;
    }

    private int knownDays(int origin) {
        int known = 0;
        for (int day = 0; day <= origin; day++) {
            known += history.has(day) ? 1 : 0;
        }
        return known;
    }

    /** The forecast of those slots of a day that are known. */
    private double sumKnown(int day, double[] forecast) {
        double[] counts = history.day(day);
        double sum = 0;
        for (int slot = 0; slot < counts.length; slot++) {
            sum += Double.isNaN(counts[slot]) ? 0 : forecast[slot];
        }
        return sum;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
