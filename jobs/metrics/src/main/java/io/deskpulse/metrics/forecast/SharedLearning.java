package io.deskpulse.metrics.forecast;

import io.deskpulse.metrics.forecast.dayfilter.DayFilter;
import io.deskpulse.metrics.forecast.dayfilter.DayKernel;
import io.deskpulse.metrics.forecast.dayfilter.KernelFit;
import io.deskpulse.metrics.forecast.dayfilter.PhaseEffect;
import io.deskpulse.metrics.forecast.dayfilter.StateLayout;
import io.deskpulse.metrics.forecast.events.EventCalendar;
import io.deskpulse.metrics.forecast.events.PhasePriors;
import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.forecast.series.WorkCalendar;
import io.deskpulse.metrics.forecast.shape.PhaseShapes;
import java.util.ArrayList;
import java.util.List;

/**
 * Learns from many shops what each takes over: how much totals move, what phases of events do on average and how they differ, the hours of events' days.
 *
 * <p>The kernel is fitted on a few shops the first time; priors of phases by expectation maximisation over all: mean of a sort = mean of what shops believe of it, spread² =
 * mean of (variance + deviation²) of shops, series, occurrences.
 *
 * @see "Dempster, Laird and Rubin 1977; empirical Bayes: Efron and Morris 1975"
 */
public final class SharedLearning {
    private static final int FIT_SHOPS = 8;
    private static final int FIT_EVALUATIONS = 100;
    private static final int FIRST_ROUNDS = 8;
    private static final int NEXT_ROUNDS = 2;

    private final List<StateLayout> layouts;
    private final int lastDay;

    /**
     * A shop's days.
     *
     * @param history counts; all shops of a lesson have the same first day and slots
     * @param events its calendar
     */
    public record Shop(History history, EventCalendar events) {}

    private SharedLearning(List<StateLayout> layouts, int lastDay) {
        this.layouts = layouts;
        this.lastDay = lastDay;
    }

    /**
     * What shops have in common.
     *
     * @param shops at least one
     * @param lastDay last day to learn from
     * @param before what was learned earlier, to start from; {@link Knowledge#NONE} at first
     */
    public static Knowledge of(List<Shop> shops, int lastDay, Knowledge before) {
        List<StateLayout> layouts = shops.stream()
                .map(shop -> new StateLayout(
                        shop.history,
                        new WorkCalendar(shop.history, 1),
                        shop.events.asOf(shop.history.date(lastDay)),
                        1))
                .toList();
        return new SharedLearning(layouts, lastDay).learn(before);
    }

    private Knowledge learn(Knowledge before) {
        boolean first = before.kernel() == null;
        PhasePriors priors = before.priors();
        DayKernel kernel = before.kernel();
        if (first) {
            priors = priors(DayKernel.TYPICAL, priors, NEXT_ROUNDS);
            kernel = KernelFit.of(some(), priors, lastDay, DayKernel.TYPICAL, FIT_EVALUATIONS);
        }
        priors = priors(kernel, priors, first ? FIRST_ROUNDS : NEXT_ROUNDS);
        Knowledge knowledge = new Knowledge(kernel, priors, PhaseShapes.NONE);
        PhaseShapes shapes = PhaseShapes.NONE;
        for (StateLayout layout : layouts) {
            TotalsModel totals = new TotalsModel(layout, knowledge, lastDay, 1);
            shapes = shapes.plus(new OrdinaryDays(totals, PhaseShapes.NONE, lastDay).shapes());
        }
        return new Knowledge(kernel, priors, shapes);
    }

    /** A few shops from all over the list. */
    private List<StateLayout> some() {
        List<StateLayout> some = new ArrayList<>();
        int count = Math.min(FIT_SHOPS, layouts.size());
        for (int i = 0; i < count; i++) {
            some.add(layouts.get((2 * i + 1) * layouts.size() / (2 * count)));
        }
        return some;
    }

    private PhasePriors priors(DayKernel kernel, PhasePriors start, int rounds) {
        PhasePriors priors = start;
        for (int round = 0; round < rounds; round++) {
            PriorSums sums = new PriorSums(priors);
            for (StateLayout layout : layouts) {
                DayFilter filter = new DayFilter(layout, kernel, priors, DayFilter.Run.to(lastDay));
                List<PhaseEffect> effects = filter.effects();
                sums.add(effects);
            }
            priors = sums.priors();
        }
        return priors;
    }
}
