package io.deskpulse.bench.hotspots.sim;

import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import java.util.Arrays;

/** What a made-up shop is like: how much it sells of what, when SKUs are launched, who has how much trouble. */
final class Plan {
    static final double[] CARRIER_SHARES = {.35, .2, .15, .12, .1, .08};
    static final double[] GROUP_SHARES = {.4, .3, .2, .1};

    private static final double LAUNCHED_SHARE = .1;
    private static final int LAST_LAUNCH = 24;

    final double ordersADay;
    final double[] skuShare = powerLaw(Values.SKUS, .9);
    /** The first day of each SKU. */
    final int[] launch = new int[Values.SKUS];
    /** Trouble of each SKU by cause, 1 on average. */
    final double[][] skuFactor = new double[Causes.COUNT][Values.SKUS];
    /** Shares of complaints by cause and value of regions, carriers and groups. */
    final double[][] share = new double[Causes.COUNT][Values.COUNT];

    final byte[] regionOfOrder = Draws.placeTable(powerLaw(Values.REGIONS, .7));
    final byte[] carrierOfOrder = Draws.placeTable(CARRIER_SHARES);
    final byte[] groupOfOrder = Draws.placeTable(GROUP_SHARES);
    final byte[][] regionOfComplaint = new byte[Causes.COUNT][];
    final byte[][] carrierOfComplaint = new byte[Causes.COUNT][];
    final byte[][] groupOfComplaint = new byte[Causes.COUNT][];

    Plan(Draws draws) {
        ordersADay = Math.min(40_000, Math.max(600, 6000 * Math.exp(.8 * draws.normal())));
        for (int sku = 0; sku < Values.SKUS; sku++) {
            boolean launched = draws.uniform() < LAUNCHED_SHARE;
            launch[sku] = launched ? Scenario.MEASURED_FROM + draws.below(LAST_LAUNCH) : 0;
        }
        for (int c = 0; c < Causes.COUNT; c++) {
            Causes cause = Causes.of(c);
            for (int sku = 0; sku < Values.SKUS; sku++) {
                skuFactor[c][sku] = draws.gammaFactor(cause.heterogeneity);
            }
            double carrierSpread = cause.exposure == ExposureType.SHIPPED ? 6 : 30;
            double groupSpread = cause.exposure == ExposureType.CONVERSATION ? 6 : 60;
            double[] regions = risks(powerLaw(Values.REGIONS, .7), 30, draws);
            double[] carriers = risks(CARRIER_SHARES, carrierSpread, draws);
            double[] groups = risks(GROUP_SHARES, groupSpread, draws);
            regionOfComplaint[c] = Draws.placeTable(regions);
            carrierOfComplaint[c] = Draws.placeTable(carriers);
            groupOfComplaint[c] = Draws.placeTable(groups);
            System.arraycopy(regions, 0, share[c], Values.number(Dimension.REGION, 0), Values.REGIONS);
            System.arraycopy(carriers, 0, share[c], Values.number(Dimension.CARRIER, 0), Values.CARRIERS);
            System.arraycopy(groups, 0, share[c], Values.number(Dimension.AGENT_GROUP, 0), Values.GROUPS);
            share[c][Values.number(Dimension.SHOP, 0)] = 1;
        }
    }

    /** Weights ∝ rank to a negative power, of sum 1. */
    static double[] powerLaw(int count, double power) {
        double[] weights = new double[count];
        Arrays.setAll(weights, rank -> Math.pow(rank + 1, -power));
        return normalised(weights);
    }

    private static double[] risks(double[] shares, double spread, Draws draws) {
        double[] risks = new double[shares.length];
        Arrays.setAll(risks, i -> shares[i] * draws.gammaFactor(spread));
        return normalised(risks);
    }

    private static double[] normalised(double[] weights) {
        double all = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / all).toArray();
    }
}
