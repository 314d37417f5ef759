package io.deskpulse.bench.hotspots.sim;

import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.ExposureType;

/**
 * How many complaints of each cause and SKU are due in each bin: exposures convolved with delays, times all that makes days good or
 * bad.
 */
final class Intensity {
    private static final double[] PROFILE = profile();
    private static final double CELL_SPREAD = 12;
    private static final int CELL_SPREAD_BINS = 3;
    private static final double DAY_SPREAD = 60;
    private static final int BINS_A_DAY = 6;

    /** The first bin with complaints. */
    final int from;
    /** By cause, SKU and bin since {@link #from}: due from exposures of bins before, and of the same bin. */
    final float[][][] later;

    final float[][][] same;

    private final float[][][] exposures = new float[ExposureType.COUNT][Values.SKUS][];
    private final Plan plan;

    Intensity(Plan plan, Exposures counts, Scenario scenario, Draws draws) {
        this.plan = plan;
        from = scenario.listeningFrom() * BINS_A_DAY;
        int bins = Exposures.BINS - from;
        later = new float[Causes.COUNT][Values.SKUS][bins];
        same = new float[Causes.COUNT][Values.SKUS][bins];
        for (int type = 0; type < ExposureType.COUNT; type++) {
            for (int sku = 0; sku < Values.SKUS; sku++) {
                exposures[type][sku] = counts.bins(ExposureType.of(type), sku);
            }
        }
        for (int c = 0; c < Causes.COUNT; c++) {
            fill(c, scenario, draws);
        }
    }

    /** The share of a day's complaints in an hour, times 24. */
    static double profile(int hour) {
        return PROFILE[Math.floorMod(hour, 24)];
    }

    /** The mean of the four hours of a bin. */
    static double profileOfBin(int bin) {
        int hour = bin % BINS_A_DAY * 4;
        return (PROFILE[hour] + PROFILE[hour + 1] + PROFILE[hour + 2] + PROFILE[hour + 3]) / 4;
    }

    /** Complaints due of a cause and SKU in an hour. */
    double inHour(int cause, int sku, int hour) {
        int bin = hour / 4 - from;
        return (later[cause][sku][bin] + same[cause][sku][bin]) / 4 * profile(hour);
    }

    /** Complaints due of a cell in an hour. */
    double inHourOfCell(int cause, int value, int hour) {
        if (Values.dimension(value) == Dimension.SKU) {
            return inHour(cause, value, hour);
        }
        double sum = 0;
        for (int sku = 0; sku < Values.SKUS; sku++) {
            sum += inHour(cause, sku, hour);
        }
        return sum * plan.share[cause][value];
    }

    /** Mean complaints a measured day of a cause and SKU. */
    double aDay(int cause, int sku) {
        double sum = 0;
        for (int bin = Scenario.MEASURED_FROM * BINS_A_DAY; bin < Exposures.BINS; bin++) {
            sum += (later[cause][sku][bin - from] + same[cause][sku][bin - from]) * profileOfBin(bin);
        }
        return sum / Scenario.MEASURED_DAYS;
    }

    /** Draws how many bins ago the exposure was that led to a complaint in a bin. */
    int lag(int cause, int sku, int bin, Draws draws) {
        float[] delay = Causes.of(cause).delay;
        float[] counts = exposures[Causes.of(cause).exposure.ordinal()][sku];
        double all = 0;
        for (int lag = 1; lag < Causes.LAGS && lag <= bin; lag++) {
            all += counts[bin - lag] * delay[lag];
        }
        double left = all * draws.uniform();
        int lag = 1;
        while (lag < Causes.LAGS - 1 && lag < bin && (left -= counts[bin - lag] * delay[lag]) > 0) {
            lag++;
        }
        return lag;
    }

    private void fill(int c, Scenario scenario, Draws draws) {
        Causes cause = Causes.of(c);
        double[] days = new double[Scenario.DAYS];
        for (int day = 0; day < days.length; day++) {
            double trouble = cause.exposure == ExposureType.SHIPPED ? scenario.shippingTrouble(day) : 1;
            days[day] = cause.rate * trouble * draws.gammaFactor(DAY_SPREAD);
        }
        for (int sku = 0; sku < Values.SKUS; sku++) {
            float[] counts = exposures[cause.exposure.ordinal()][sku];
            double cell = 1;
            for (int bin = from; bin < Exposures.BINS; bin++) {
                cell = (bin - from) % CELL_SPREAD_BINS == 0 ? draws.gammaFactor(CELL_SPREAD) : cell;
                double factor = days[bin / BINS_A_DAY] * plan.skuFactor[c][sku] * cell;
                later[c][sku][bin - from] = (float) (convolved(counts, cause.delay, bin) * factor);
                same[c][sku][bin - from] = (float) (counts[bin] * cause.delay[0] * factor);
            }
        }
    }

    /** Σ over lags from 1 on, four sums side by side. */
    private static float convolved(float[] counts, float[] delay, int bin) {
        int lags = Math.min(Causes.LAGS - 1, bin) & ~3;
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int lag = 1; lag < lags; lag += 4) {
            a += counts[bin - lag] * delay[lag];
            b += counts[bin - lag - 1] * delay[lag + 1];
            c += counts[bin - lag - 2] * delay[lag + 2];
            d += counts[bin - lag - 3] * delay[lag + 3];
        }
        return a + b + (c + d);
    }

    private static double[] profile() {
        double[] weights = {
            .35, .2, .12, .1, .1, .15, .4, .8, 1.2, 1.5, 1.5, 1.3, 1.1, 1.2, 1.3, 1.4, 1.4, 1.3, 1.2, 1.4, 1.7, 1.7,
            1.3, .8
        };
        double all = 0;
        for (double weight : weights) {
            all += weight;
        }
        for (int hour = 0; hour < weights.length; hour++) {
            weights[hour] *= weights.length / all;
        }
        return weights;
    }
}
