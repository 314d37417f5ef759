package io.deskpulse.metrics.forecast.daymodel;

import io.deskpulse.metrics.forecast.series.History;

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
    private final int lead;
    private final double fade;
    private final double share;

    /** log(T/F) by day; NaN when there was no forecast. */
    private final double[] errors;

    private final boolean[] judged;

    /** A model at a lead of days, with the settings that serve best there; its bias is that of forecasts at this lead. */
    public static AdaptiveLevel atLead(History history, SlotModel model, int days) {
        if (days <= 2) {
            return new AdaptiveLevel(history, model, days, 2, 0.75);
        }
        return days <= 10
                ? new AdaptiveLevel(history, model, days, 5, 0.75)
                : new AdaptiveLevel(history, model, days, 2, 0.5);
    }

    private AdaptiveLevel(History history, SlotModel model, int lead, double halfLifeDays, double share) {
        this.history = history;
        this.model = model;
        this.lead = lead;
        this.fade = Math.pow(0.5, 1 / halfLifeDays);
        this.share = share;
        this.errors = new double[history.days()];
        this.judged = new boolean[history.days()];
    }

    @Override
    public double[] forecast(int origin, int target) {
        double[] plain = model.forecast(origin, target);
        if (plain == null) {
            return null;
        }
        double factor = Math.exp(share * bias(origin));
        double[] corrected = new double[plain.length];
        for (int slot = 0; slot < plain.length; slot++) {
            corrected[slot] = plain[slot] * factor;
        }
        return corrected;
    }

    private double bias(int origin) {
        double sum = 0;
        double weights = 0;
        double weight = 1;
        int found = 0;
        for (int day = Math.min(origin, history.days() - 1); day >= lead && found < MOST_DAYS; day--) {
            if (history.has(day)) {
                double error = error(day);
                if (Double.isNaN(error)) {
                    break;
                }
                sum += weight * error;
                weights += weight;
                weight *= fade;
                found++;
            }
        }
        return found < LEAST_DAYS ? 0 : sum / weights;
    }

    private double error(int day) {
        if (!judged[day]) {
            double[] forecast = model.forecast(day - lead, day);
            errors[day] = forecast == null
                    ? Double.NaN
                    : Math.log(Math.max(0.5, history.total(day)) / Math.max(0.5, sum(forecast)));
            judged[day] = true;
        }
        return errors[day];
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
