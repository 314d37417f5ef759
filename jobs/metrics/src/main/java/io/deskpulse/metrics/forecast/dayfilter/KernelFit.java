package io.deskpulse.metrics.forecast.dayfilter;

import io.deskpulse.metrics.forecast.events.PhasePriors;
import io.deskpulse.metrics.linear.NelderMead;
import java.util.List;

/**
 * The kernel that makes the counts seen so far most likely, under log-normal priors around {@link DayKernel#TYPICAL}; for one shop or for many alike.
 *
 * @see "marginal likelihood: Rasmussen and Williams 2006, section 5.4"
 */
public final class KernelFit {
    private static final double[] LOG_SPREADS = {0.8, 0.3, 0.3, 0.3, 0.5, 0.5, 0.5, 0.4, 1.2, 0.7};
    private static final double FIRST_STEP = 0.4;
    private static final double TOLERANCE = 0.02;

    private KernelFit() {}

    /**
     * The best kernel.
     *
     * @param layouts of the shops that share it, at least one
     * @param priors of events
     * @param lastDay last day to learn from
     * @param start where the search begins
     * @param evaluations most evaluations of the likelihood, about
     */
    public static DayKernel of(
            List<StateLayout> layouts, PhasePriors priors, int lastDay, DayKernel start, int evaluations) {
        double[] typical = DayKernel.TYPICAL.values();
        double[] from = start.values();
        for (int i = 0; i < from.length; i++) {
            from[i] = Math.log(from[i] / typical[i]) / LOG_SPREADS[i];
        }
        double[] best = new NelderMead(evaluations, TOLERANCE)
                .minimise(at -> loss(at, layouts, priors, lastDay), from, FIRST_STEP);
        return DayKernel.of(values(best));
    }

    private static double loss(double[] at, List<StateLayout> layouts, PhasePriors priors, int lastDay) {
        double loss = 0;
        for (double z : at) {
            loss += z * z / 2;
        }
        DayKernel kernel = DayKernel.of(values(at));
        for (StateLayout layout : layouts) {
            loss -= new DayFilter(layout, kernel, priors, DayFilter.Run.to(lastDay)).logLikelihood();
        }
        return loss;
    }

    private static double[] values(double[] at) {
        double[] values = DayKernel.TYPICAL.values();
        for (int i = 0; i < values.length; i++) {
            values[i] *= Math.exp(at[i] * LOG_SPREADS[i]);
        }
        return values;
    }
}
