package io.deskpulse.metrics.forecast;

import io.deskpulse.metrics.forecast.series.History;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/** Histories made up for tests: weekday × hour × a factor of each day, counted by chance. */
public final class MadeCounts {
    /** A Monday. */
    public static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);

    private static final double[] WEEKDAYS = {1.2, 1.1, 1, 1, 0.9, 0.5, 0.3};

    private MadeCounts() {}

    /**
     * A history.
     *
     * @param days how many
     * @param slots of a day
     * @param daily mean contacts of a day
     * @param factor of each day; NaN for a closed one
     */
    public static History of(int days, int slots, double daily, IntToDoubleFunction factor) {
        return of(days, slots, daily, factor, 7);
    }

    /** The same by another seed. */
    public static History of(int days, int slots, double daily, IntToDoubleFunction factor, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] counts = new double[days][];
        for (int day = 0; day < days; day++) {
            double mean = daily * WEEKDAYS[day % 7] * factor.applyAsDouble(day);
            if (!Double.isNaN(mean)) {
                counts[day] = new double[slots];
                for (int slot = 0; slot < slots; slot++) {
                    counts[day][slot] = poisson(mean * share(slot, slots), random);
                }
            }
        }
        return new History(MONDAY, counts);
    }

    /** The factor of a day's weekday. */
    public static double weekday(int day) {
        return WEEKDAYS[day % 7];
    }

    /** The share of a slot: a hill over the day. */
    public static double share(int slot, int slots) {
        DoubleUnaryOperator hill = x -> Math.sin(Math.PI * (x + 0.5) / slots);
        double sum = 0;
        for (int i = 0; i < slots; i++) {
            sum += hill.applyAsDouble(i);
        }
        return hill.applyAsDouble(slot) / sum;
    }

    private static double poisson(double mean, SplittableRandom random) {
        if (mean > 50) {
            double u = Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * u));
        }
        double left = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > left) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
