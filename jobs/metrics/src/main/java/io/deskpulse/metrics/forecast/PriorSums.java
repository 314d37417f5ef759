package io.deskpulse.metrics.forecast;

import io.deskpulse.metrics.forecast.dayfilter.PhaseEffect;
import io.deskpulse.metrics.forecast.events.PhasePriors;
import io.deskpulse.metrics.forecast.events.PhasePriors.Prior;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What shops believe of phases, added up by sort and part; effects that no day has touched say nothing and are left out. */
final class PriorSums {
    private static final int PARTS = 3;
    private static final double UNTOUCHED = 0.999;
    private static final double LEAST_SPREAD = 0.02;
    private static final double PRIOR_WEIGHT = 1;
    private static final double PRIOR_SPREAD = 0.1;

    private final PhasePriors before;
    private final Map<String, double[][]> sums = new TreeMap<>();

    PriorSums(PhasePriors before) {
        this.before = before;
    }

    void add(List<PhaseEffect> effects) {
        for (PhaseEffect effect : effects) {
            Prior prior = before.of(effect.sort());
            double spread = spread(prior, effect.part());
            if (effect.variance() < UNTOUCHED * spread * spread) {
                double[] sum = sums.computeIfAbsent(effect.sort(), unseen -> new double[PARTS][3])[effect.part()];
                sum[0]++;
                sum[1] += effect.mean();
                sum[2] += effect.variance() + effect.mean() * effect.mean();
            }
        }
    }

    /** The priors that make this most likely, with one shop's worth of a spread of 0.1. */
    PhasePriors priors() {
        Map<String, Prior> priors = new TreeMap<>(before.bySort());
        sums.forEach((sort, parts) -> {
            Prior old = before.of(sort);
            double mean = parts[0][0] == 0 ? old.mean() : parts[0][1] / parts[0][0];
            double[] spreads = new double[PARTS];
            for (int part = 0; part < PARTS; part++) {
                double centre = part == 0 ? mean : 0;
                double[] sum = parts[part];
                double squares = sum[2] - 2 * centre * sum[1] + sum[0] * centre * centre;
                spreads[part] = Math.max(
                        LEAST_SPREAD,
                        Math.sqrt((squares + PRIOR_WEIGHT * PRIOR_SPREAD * PRIOR_SPREAD) / (sum[0] + PRIOR_WEIGHT)));
            }
            priors.put(sort, new Prior(mean, spreads[0], spreads[1], spreads[2]));
        });
        return new PhasePriors(priors);
    }

    private static double spread(Prior prior, int part) {
        return switch (part) {
            case 0 -> prior.shopSpread();
            case 1 -> prior.seriesSpread();
            default -> prior.occurrenceSpread();
        };
    }
}
