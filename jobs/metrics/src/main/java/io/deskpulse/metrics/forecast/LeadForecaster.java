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
 * Forecasts at one lead and somewhat shorter ones: members weighed by their losses of the last 40 known days, intervals by the errors of as many, both at
 * this very lead.
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
    private final Made[] made;
    private final boolean[] tried;
    private final double[][] means;
    private final double[][] blends;
    private final double[] errors;
    private final Map<Integer, Double> biases = new HashMap<>();
    private final Map<Integer, Spreads> spreads = new HashMap<>();

    /** What the members said of a day, and how wrong they were; losses null when the day is not known. */
    private record Made(double[][] forecasts, double[] losses, DayBelief belief) {}

    /** How far days fell from their forecasts, up to an origin. */
    private record Spreads(Spread slots, TotalSpread totals, int days, int known) {}

    LeadForecaster(TotalsModel totals, Members members, int lead) {
        this.history = totals.layout().history();
        this.totals = totals;
        this.members = members;
        this.lead = lead;
        this.made = new Made[history.days()];
        this.tried = new boolean[history.days()];
        this.means = new double[history.days()][];
        this.blends = new double[history.days()][];
        this.errors = new double[history.days()];
        Arrays.fill(errors, Double.NaN);
    }

    /** The forecast of a day from one that lies at most the lead before it; null before a week is known. */
    SlotForecast forecast(int origin, int target) {
        boolean past = target - origin == lead && target < history.days();
        Made said = past ? made(target) : make(origin, target);
        if (said == null) {
            return null;
        }
        double[] mean = past ? mean(target) : raised(blend(origin, said), origin);
        double variance = said.belief.variance();
        Spreads spread = spreads.computeIfAbsent(origin, this::spreads);
        double total = sum(mean);
        return new SlotForecast(
                origin,
                target,
                mean,
                quantiles(mean, variance, spread.slots),
                total,
                spread.totals.quantiles(total, variance),
                factors(origin, target, mean, total),
                spread.days,
                spread.known < YOUNG_DAYS);
    }

    /**
     * The quantiles of a past day's slots as forecast the lead before; null before a week is known.
     *
     * @param learnedAt last day whose errors count for their width, not after the origin
     */
    double[][] quantiles(int day, int learnedAt) {
        return made(day) == null
                ? null
                : quantiles(
                        mean(day),
                        made(day).belief.variance(),
                        spreads.computeIfAbsent(learnedAt, this::spreads).slots);
    }

    private static double[][] quantiles(double[] mean, double variance, Spread spread) {
        double[][] quantiles = new double[mean.length][];
        for (int slot = 0; slot < mean.length; slot++) {
            quantiles[slot] = spread.quantiles(mean[slot], variance);
        }
        return quantiles;
    }

    private Spreads spreads(int origin) {
        int known = knownDays(origin);
        double prior = 1 + UNSURE_DAYS / Math.max(1, known);
        List<Spread.Outcome> slots = new ArrayList<>();
        List<TotalSpread.Outcome> days = new ArrayList<>();
        int found = 0;
        for (int day = origin; known(day, found, TOTAL_EVIDENCE_DAYS); day--) {
            if (totals.layout().usable(day)) {
                double variance = made(day).belief.variance();
                if (found < EVIDENCE_DAYS) {
                    slots.add(new Spread.Outcome(history.day(day), mean(day), variance, totals.odd(day)));
                }
                if (!totals.odd(day)) {
                    days.add(new TotalSpread.Outcome(history.total(day), sumKnown(day, mean(day)), variance));
                }
                found++;
            }
        }
        return new Spreads(
                new Spread(slots, prior), new TotalSpread(days, prior), Math.min(found, EVIDENCE_DAYS), known);
    }

    private SlotForecast.Factors factors(int origin, int target, double[] mean, double total) {
        Explanation day = totals.explain(origin, target);
        double[] shares = WeekdayProfile.normalised(mean);
        return new SlotForecast.Factors(day, total / day.product(), shares);
    }

    /** The forecast of a past day, which had one, the lead before. */
    private double[] mean(int day) {
        if (means[day] == null) {
            means[day] = raised(blend(day), day - lead);
        }
        return means[day];
    }

    /** Without the bias that lasts. */
    private double[] raised(double[] blend, int origin) {
        double factor = Math.exp(bias(origin));
        double[] raised = new double[blend.length];
        for (int slot = 0; slot < raised.length; slot++) {
            raised[slot] = blend[slot] * factor;
        }
        return raised;
    }

    private double bias(int origin) {
        Double bias = biases.get(origin);
        if (bias == null) {
            List<Double> found = new ArrayList<>();
            int days = 0;
            for (int day = origin; known(day, days, BIAS_DAYS); day--) {
                if (totals.layout().usable(day)) {
                    days++;
                    if (!totals.odd(day) && !totals.layout().eventful(day)) {
                        found.add(error(day));
                    }
                }
            }
            bias = Bias.of(found, lead);
            biases.put(origin, bias);
        }
        return bias;
    }

    /** log(T/F) of a past day, F made the lead before. */
    private double error(int day) {
        if (Double.isNaN(errors[day])) {
            errors[day] = Math.log((history.total(day) + 0.5) / (sumKnown(day, blend(day)) + 0.5));
        }
        return errors[day];
    }

    /** The mean of the members on a past day, the lead before. */
    private double[] blend(int day) {
        if (blends[day] == null) {
            blends[day] = blend(day - lead, made(day));
        }
        return blends[day];
    }

    private double[] blend(int origin, Made said) {
        double[] weights = weights(origin, said.forecasts);
        double[] mean = new double[history.slots()];
        for (int i = 0; i < weights.length; i++) {
            for (int slot = 0; slot < mean.length && weights[i] > 0; slot++) {
                mean[slot] += weights[i] * said.forecasts[i][slot];
            }
        }
        return mean;
    }

    private double[] weights(int origin, double[][] forecasts) {
        double[] priors = members.priors(origin);
        double[] losses = new double[Members.COUNT];
        double[] counted = new double[Members.COUNT];
        int days = 0;
        for (int day = origin; known(day, days, EVIDENCE_DAYS); day--) {
            if (totals.layout().usable(day)) {
                days++;
                double[] loss = made(day).losses;
                for (int i = 0; i < losses.length && !totals.odd(day); i++) {
                    if (!Double.isNaN(loss[i])) {
                        losses[i] += loss[i];
                        counted[i] += history.total(day);
                    }
                }
            }
        }
        for (int i = 0; i < losses.length; i++) {
            losses[i] = counted[i] > 0 ? losses[i] / counted[i] : Double.NaN;
            priors[i] = forecasts[i] == null ? 0 : priors[i];
        }
        return Weights.of(priors, losses, days, SHARPNESS);
    }

    /** Whether days back to this one are evidence: there was a forecast of it if it is usable, and fewer than the most were found. */
    private boolean known(int day, int found, int most) {
        return day >= lead && found < most && (!totals.layout().usable(day) || made(day) != null);
    }

    private Made made(int day) {
        if (!tried[day]) {
            tried[day] = true;
            made[day] = day < lead ? null : make(day - lead, day);
        }
        return made[day];
    }

    private Made make(int origin, int target) {
        double[][] forecasts = members.forecasts(origin, target);
        if (forecasts == null) {
            return null;
        }
        DayBelief belief = totals.belief(origin, target);
        return new Made(forecasts, losses(target, forecasts, belief), belief);
    }

    /** The continuous ranked probability score of each member, all with the filter's spread: zeros do not win by being narrow. */
    private double[] losses(int target, double[][] forecasts, DayBelief belief) {
        if (!history.has(target)) {
            return null;
        }
        double[] counts = history.day(target);
        double[] losses = new double[forecasts.length];
        double[] spreads = new double[counts.length];
        for (int slot = 0; slot < counts.length; slot++) {
            double mean = forecasts[0][slot];
            spreads[slot] = Math.sqrt(Math.max(mean, 0.25) + mean * mean * (belief.variance() + Spread.SLOT_VARIANCE));
        }
        for (int i = 0; i < losses.length; i++) {
            losses[i] = forecasts[i] == null ? Double.NaN : 0;
            for (int slot = 0; slot < counts.length && forecasts[i] != null; slot++) {
                if (!Double.isNaN(counts[slot])) {
                    losses[i] += CrpsNormal.of(counts[slot], forecasts[i][slot], spreads[slot]);
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
