package io.deskpulse.bench.hotspots.sim;

import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.ExposureType;

/** Parcels signed, parcels shipped and conversations of a made-up shop, by value and hour, each order drawn by itself. */
public final class Exposures {
    /** Hours of a world. */
    public static final int HOURS = Scenario.DAYS * 24;

    /** Bins of a world. */
    public static final int BINS = HOURS / 4;

    private static final double[] WEEKDAYS = {1, 1, 1, 1, 1.05, 1.15, 1.1};
    private static final double[] BINS_OF_DAY = {.25, .15, .9, 1.3, 1.5, 1.9};
    private static final double DAY_SPREAD = 20;
    private static final double ASKS_PER_ORDER = .35;
    private static final double ASKS_PER_SIGNED = .1;
    private static final float[] UNTIL_SHIPPED = Draws.delayTable(20, .5);
    private static final float[] UNTIL_SIGNED = Draws.delayTable(60, .35);

    private final int[][][] counts = new int[ExposureType.COUNT][Values.COUNT][HOURS];
    private final Plan plan;
    private final Draws draws;

    Exposures(Plan plan, Scenario scenario, Draws draws) {
        this.plan = plan;
        this.draws = draws;
        for (int sku = 0; sku < Values.SKUS; sku++) {
            for (int day = plan.launch[sku]; day < Scenario.DAYS; day++) {
                double orders = plan.ordersADay * plan.skuShare[sku] * WEEKDAYS[day % 7] * scenario.sales(day);
                sellDay(sku, day, orders * draws.gammaFactor(DAY_SPREAD));
            }
        }
        sumShop();
    }

    /** How many of a value in an hour. */
    public int count(ExposureType type, int value, int hour) {
        return counts[type.ordinal()][value][hour];
    }

    /** How many of a SKU by bin. */
    float[] bins(ExposureType type, int sku) {
        float[] bins = new float[BINS];
        int[] hours = counts[type.ordinal()][sku];
        for (int hour = 0; hour < HOURS; hour++) {
            bins[hour / 4] += hours[hour];
        }
        return bins;
    }

    private void sellDay(int sku, int day, double orders) {
        for (int bin = 0; bin < BINS_OF_DAY.length; bin++) {
            double from = day * 24 + bin * 4;
            for (int left = draws.poisson(orders * BINS_OF_DAY[bin] / 6); left > 0; left--) {
                order(sku, from + 4 * draws.uniform());
            }
        }
    }

    private void order(int sku, double hour) {
        int region = Values.number(Dimension.REGION, draws.from(plan.regionOfOrder));
        int carrier = Values.number(Dimension.CARRIER, draws.from(plan.carrierOfOrder));
        int group = Values.number(Dimension.AGENT_GROUP, draws.from(plan.groupOfOrder));
        double shipped = hour + draws.from(UNTIL_SHIPPED);
        double signed = shipped + draws.from(UNTIL_SIGNED);
        if (draws.uniform() < ASKS_PER_ORDER) {
            count(counts[ExposureType.CONVERSATION.ordinal()], (int) hour, sku, region, carrier, group);
        }
        count(counts[ExposureType.SHIPPED.ordinal()], (int) shipped, sku, region, carrier, group);
        count(counts[ExposureType.SIGNED.ordinal()], (int) signed, sku, region, carrier, group);
        if (draws.uniform() < ASKS_PER_SIGNED) {
            count(counts[ExposureType.CONVERSATION.ordinal()], (int) signed, sku, region, carrier, group);
        }
    }

    private static void count(int[][] to, int hour, int sku, int region, int carrier, int group) {
        if (hour < HOURS) {
            to[sku][hour]++;
            to[region][hour]++;
            to[carrier][hour]++;
            to[group][hour]++;
        }
    }

    private void sumShop() {
        int shop = Values.number(Dimension.SHOP, 0);
        for (int[][] type : counts) {
            for (int group = 0; group < Values.GROUPS; group++) {
                int[] hours = type[Values.number(Dimension.AGENT_GROUP, group)];
                for (int hour = 0; hour < HOURS; hour++) {
                    type[shop][hour] += hours[hour];
                }
            }
        }
    }
}
