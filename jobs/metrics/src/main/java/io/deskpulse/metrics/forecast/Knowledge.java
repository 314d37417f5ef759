package io.deskpulse.metrics.forecast;

import io.deskpulse.metrics.forecast.dayfilter.DayKernel;
import io.deskpulse.metrics.forecast.events.PhasePriors;
import io.deskpulse.metrics.forecast.shape.PhaseShapes;

/**
 * What a shop's forecast takes over from other shops.
 *
 * @param kernel how much totals move; null when each shop finds out for itself
 * @param priors of events' phases
 * @param shapes of events' days
 */
public record Knowledge(DayKernel kernel, PhasePriors priors, PhaseShapes shapes) {
    /** A shop on its own. */
    public static final Knowledge NONE = new Knowledge(null, PhasePriors.NONE, PhaseShapes.NONE);
}
