package io.deskpulse.bench.hotspots.sim;

import io.deskpulse.metrics.hotspots.facts.Dimension;
import java.util.ArrayList;
import java.util.List;

/** Draws the defects of a scenario. */
final class Injections {
    private static final int BURSTS = 30;
    private static final int APART_HOURS = 48;
    private static final double[][] BURST_STRATA = {{.02, .1}, {.1, .5}, {.5, 2}, {2, 8}};
    private static final int[] BURST_HOURS = {1, 3, 6, 12, 24};
    private static final double[] BURST_MULTIPLIERS = {2, 4, 8, 16, 32};
    private static final double[] DIMENSIONS_UNTIL = {.6, .72, .84, .9, 1};
    private static final Dimension[] DIMENSIONS = {
        Dimension.SKU, Dimension.CARRIER, Dimension.REGION, Dimension.AGENT_GROUP, Dimension.SHOP
    };

    private static final int DRIFTS = 6;
    private static final double[][] DRIFT_STRATA = {{.3, 1}, {1, 3}, {3, 10}};
    private static final int LAST_DRIFT_DAY = 8;
    private static final int MOST_TRIES = 2000;

    private final Intensity intensity;
    private final Plan plan;
    private final Draws draws;
    private final List<Injection> drawn = new ArrayList<>();
    private final double[] means = new double[Causes.COUNT * Values.SKUS];

    private Injections(Intensity intensity, Plan plan, Draws draws) {
        this.intensity = intensity;
        this.plan = plan;
        this.draws = draws;
    }

    static List<Injection> of(Scenario scenario, Plan plan, Intensity intensity, Draws draws) {
        Injections injections = new Injections(intensity, plan, draws);
        if (scenario == Scenario.BURST) {
            injections.bursts();
        } else if (scenario == Scenario.DRIFT) {
            injections.drifts();
        }
        return injections.drawn;
    }

    private void bursts() {
        for (int tries = 0; tries < MOST_TRIES && drawn.size() < BURSTS; tries++) {
            double u = draws.uniform();
            int d = 0;
            while (u > DIMENSIONS_UNTIL[d]) {
                d++;
            }
            int cause = draws.below(Causes.COUNT);
            int value = Values.number(DIMENSIONS[d], draws.below(Values.howMany(DIMENSIONS[d])));
            double multiplier = BURST_MULTIPLIERS[draws.below(3)];
            if (DIMENSIONS[d] == Dimension.SKU) {
                int cell = skuCell(BURST_STRATA[draws.below(BURST_STRATA.length)]);
                if (cell < 0) {
                    continue;
                }
                cause = cell / Values.SKUS;
                value = cell % Values.SKUS;
                multiplier = BURST_MULTIPLIERS[draws.below(BURST_MULTIPLIERS.length)];
            }
            int hours = BURST_HOURS[draws.below(BURST_HOURS.length)];
            int from = (Scenario.MEASURED_FROM + 1) * 24 + draws.below(28 * 24);
            if (isApart(cause, from, from + hours)) {
                add(cause, value, multiplier, false, from, from + hours);
            }
        }
    }

    /** Two of each stratum; of the next lower one where a small shop has none. */
    private void drifts() {
        for (int i = 0; i < DRIFTS; i++) {
            int cell = -1;
            for (int stratum = i % DRIFT_STRATA.length; stratum >= 0 && cell < 0; stratum--) {
                cell = skuCell(DRIFT_STRATA[stratum]);
            }
            if (cell >= 0) {
                int from = (Scenario.MEASURED_FROM + 1) * 24 + draws.below(LAST_DRIFT_DAY * 24);
                add(cell / Values.SKUS, cell % Values.SKUS, 3, true, from, Exposures.HOURS);
            }
        }
    }

    /** Any cell of a SKU sold from the beginning whose daily mean is in a range and that is not chosen yet; -1 when there is none. */
    private int skuCell(double[] range) {
        List<Integer> cells = new ArrayList<>();
        for (int cause = 0; cause < Causes.COUNT; cause++) {
            for (int sku = 0; sku < Values.SKUS; sku++) {
                double aDay = plan.launch[sku] > 0 ? 0 : meanADay(cause, sku);
                if (aDay >= range[0] && aDay < range[1] && !isDrifting(cause, sku)) {
                    cells.add(cause * Values.SKUS + sku);
                }
            }
        }
        return cells.isEmpty() ? -1 : cells.get(draws.below(cells.size()));
    }

    private double meanADay(int cause, int sku) {
        int cell = cause * Values.SKUS + sku;
        if (means[cell] == 0) {
            means[cell] = intensity.aDay(cause, sku);
        }
        return means[cell];
    }

    private boolean isDrifting(int cause, int sku) {
        return drawn.stream().anyMatch(each -> each.isDrift() && each.cause() == cause && each.value() == sku);
    }

    private boolean isApart(int cause, int from, int until) {
        return drawn.stream()
                .noneMatch(each -> each.cause() == cause
                        && from < each.untilHour() + APART_HOURS
                        && each.fromHour() < until + APART_HOURS);
    }

    private void add(int cause, int value, double multiplier, boolean drift, int from, int until) {
        Injection plain = new Injection(cause, value, multiplier, drift, from, until, 0, 0);
        double extra = 0;
        double all = 0;
        for (int hour = from; hour < Math.min(until, Exposures.HOURS); hour++) {
            double usual = intensity.inHourOfCell(cause, value, hour);
            extra += usual * (plain.factor(hour) - 1);
            all += usual * plain.factor(hour);
        }
        drawn.add(new Injection(cause, value, multiplier, drift, from, until, extra, all));
    }
}
