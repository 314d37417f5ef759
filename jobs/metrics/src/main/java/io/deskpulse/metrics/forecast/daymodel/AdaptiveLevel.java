package io.deskpulse.metrics.forecast.daymodel;

import io.deskpulse.metrics.forecast.series.History;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * CL: a model whose recent bias is taken out of its next forecasts.
 *
 * <p>Forecast × exp(κ ē), ē = mean of log(T/F) over the last 40 known days, F made at the same lead, weights ½^(age / h) in known days.
 */
public final class AdaptiveLevel implements SlotModel {
    private static final int MOST_DAYS = 40;
    private static final int LEAST_DAYS = 5;

    private final History history;
    private final SlotModel model;
    private final double halfLifeDays;
    private final double share;
    private final Map<Long, Double> errors = new HashMap<>();

    /** A model at a lead of days, with the settings that serve best there. */
    public static AdaptiveLevel atLead(History history, SlotModel model, int days) {
        if (days <= 2) {
            return new AdaptiveLevel(history, model, 2, 0.75);
        }
        return days <= 10 ? new AdaptiveLevel(history, model, 5, 0.75) : new AdaptiveLevel(history, model, 2, 0.5);
    }

    /**
     * A corrected model.
     *
     * @param history counts
     * @param model to correct
     * @param halfLifeDays h, known days after which an error counts half, > 0
     * @param share κ, how much of the bias is taken out, 0..1
     */
    public AdaptiveLevel(History history, SlotModel model, double halfLifeDays, double share) {
        this.history = history;
        this.model = model;
        this.halfLifeDays = halfLifeDays;
        this.share = share;
    }

    @Override
    public double[] forecast(int origin, int target) {
        double[] plain = model.forecast(origin, target);
        if (plain == null) {
            return null;
        }
        double factor = Math.exp(share * bias(origin, target - origin));
        return Arrays.stream(plain).map(contacts -> contacts * factor).toArray();
    }

    private double bias(int origin, int lead) {
        double sum = 0;
        double weights = 0;
        double weight = 1;
        int found = 0;
        for (int day = origin; day >= lead && found < MOST_DAYS; day--) {
            if (history.has(day)) {
                double error = error(day, lead);
                if (Double.isNaN(error)) {
                    break;
                }
                sum += weight * error;
                weights += weight;
                weight *= Math.pow(0.5, 1 / halfLifeDays);
                found++;
            }
        }
        return found < LEAST_DAYS ? 0 : sum / weights;
    }

    /** log(T/F) of a day; NaN when there was no forecast. */
    private double error(int day, int lead) {
        return errors.computeIfAbsent((long) day * 1000 + lead, key -> {
            double[] forecast = model.forecast(day - lead, day);
            if (forecast == null) {
                return Double.NaN;
            }
            double sum = Arrays.stream(forecast).sum();
            return Math.log(Math.max(0.5, history.total(day)) / Math.max(0.5, sum));
        });
    }
}
