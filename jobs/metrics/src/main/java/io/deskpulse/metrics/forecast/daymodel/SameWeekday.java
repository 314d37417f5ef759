package io.deskpulse.metrics.forecast.daymodel;

import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.numbers.Quantiles;
import java.util.Arrays;

/**
 * What planners do without a model: the mean or the median of the last same weekdays, slot by slot.
 *
 * @param history counts
 * @param days most of them that count; 1 is the seasonal naive forecast
 * @param median the middle instead of the mean
 */
public record SameWeekday(History history, int days, boolean median) implements SlotModel {
    @Override
    public double[] forecast(int origin, int target) {
        int[] found = new int[days];
        int count = 0;
        for (int day = target - 7; day >= 0 && count < days; day -= 7) {
            if (day <= origin && history.has(day)) {
                found[count++] = day;
            }
        }
        return count == 0 ? null : middle(found, count);
    }

    private double[] middle(int[] found, int count) {
        double[] forecast = new double[history.slots()];
        double[] known = new double[count];
        for (int slot = 0; slot < forecast.length; slot++) {
            int size = 0;
            double sum = 0;
            for (int i = 0; i < count; i++) {
                double contacts = history.day(found[i])[slot];
                if (!Double.isNaN(contacts)) {
                    known[size++] = contacts;
                    sum += contacts;
                }
            }
            if (size > 0) {
                forecast[slot] = median ? Quantiles.median(Arrays.copyOf(known, size)) : sum / size;
            }
        }
        return forecast;
    }
}
