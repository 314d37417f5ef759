package io.deskpulse.metrics.forecast.daymodel;

import io.deskpulse.metrics.forecast.series.History;

/** What planners do without a model: the mean or the median of the last same weekdays, slot by slot. */
public final class SameWeekday implements SlotModel {
    private final History history;
    private final int days;
    private final boolean median;

    /** By the last day that counts: all that a forecast depends on. */
    private final double[][] forecasts;

    /**
     * A model of a history that is complete.
     *
     * @param history counts
     * @param days most of them that count; 1 is the seasonal naive forecast
     * @param median the middle instead of the mean
     */
    public SameWeekday(History history, int days, boolean median) {
        this.history = history;
        this.days = days;
        this.median = median;
        this.forecasts = new double[history.days()][];
    }

    @Override
    public double[] forecast(int origin, int target) {
        int last = target - 7;
        while (last >= 0 && (last > origin || !history.has(last))) {
            last -= 7;
        }
        if (last < 0) {
            return null;
        }
        if (forecasts[last] == null) {
            forecasts[last] = middle(last);
        }
        return forecasts[last];
    }

    private double[] middle(int last) {
        double[][] rows = new double[days][];
        int count = 0;
        for (int day = last; day >= 0 && count < days; day -= 7) {
            if (history.has(day)) {
                rows[count++] = history.day(day);
            }
        }
        double[] forecast = new double[history.slots()];
        double[] known = new double[count];
        for (int slot = 0; slot < forecast.length; slot++) {
            int size = 0;
            double sum = 0;
            for (int i = 0; i < count; i++) {
                double contacts = rows[i][slot];
                if (!Double.isNaN(contacts)) {
                    known[size++] = contacts;
                    sum += contacts;
                }
            }
            if (size > 0) {
                forecast[slot] = median ? median(known, size) : sum / size;
            }
        }
        return forecast;
    }

    /** Sorted by insertion, which is what so few values ask for. */
    private static double median(double[] values, int size) {
        for (int i = 1; i < size; i++) {
            double value = values[i];
            int at = i;
            while (at > 0 && values[at - 1] > value) {
                values[at] = values[at - 1];
                at--;
            }
            values[at] = value;
        }
        return (values[(size - 1) / 2] + values[size / 2]) / 2;
    }
}
