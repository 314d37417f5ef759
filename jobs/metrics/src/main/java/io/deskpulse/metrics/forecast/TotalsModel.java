package io.deskpulse.metrics.forecast;

import io.deskpulse.metrics.forecast.dayfilter.DayBelief;
import io.deskpulse.metrics.forecast.dayfilter.DayFilter;
import io.deskpulse.metrics.forecast.dayfilter.DayKernel;
import io.deskpulse.metrics.forecast.dayfilter.Explanation;
import io.deskpulse.metrics.forecast.dayfilter.KernelFit;
import io.deskpulse.metrics.forecast.dayfilter.StateLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Day totals as believed on each day of a history, with a kernel that is fitted anew as the history grows.
 *
 * <p>The kernel is fitted after two and four weeks of known days, then every four weeks up to a year, then every quarter, each time from the days before
 * only; a kernel taken over from other shops is not fitted.
 */
public final class TotalsModel {
    private static final int[] FIRST_FITS = {14, 28};
    private static final int FIT_DAYS = 28;
    private static final int LATER_FIT_DAYS = 91;
    private static final int YEAR = 365;
    private static final int FIRST_EVALUATIONS = 150;
    private static final int NEXT_EVALUATIONS = 60;

    private final StateLayout layout;
    private final DayFilter[] filters;

    /**
     * A model of the days up to one of them.
     *
     * @param layout of the history's days
     * @param knowledge from other shops
     * @param lastDay last day to learn from
     * @param ahead longest lead, days
     */
    public TotalsModel(StateLayout layout, Knowledge knowledge, int lastDay, int ahead) {
        this.layout = layout;
        this.filters = new DayFilter[Math.max(0, lastDay) + 1];
        TreeMap<Integer, DayKernel> kernels = kernels(layout, knowledge, lastDay);
        for (Map.Entry<Integer, DayKernel> entry : kernels.entrySet()) {
            Integer next = kernels.higherKey(entry.getKey());
            int last = next == null ? lastDay : next - 1;
            DayFilter filter = new DayFilter(
                    layout, entry.getValue(), knowledge.priors(), new DayFilter.Run(last, entry.getKey(), ahead));
            Arrays.fill(filters, entry.getKey(), Math.max(entry.getKey(), last) + 1, filter);
        }
    }

    /** The belief of a later day's log total; null before a week is known. */
    public DayBelief belief(int origin, int target) {
        return at(origin).belief(origin, target);
    }

    /** What that belief is made of; null before a week is known. */
    public Explanation explain(int origin, int target) {
        return at(origin).explain(origin, target);
    }

    /** The log factor of a day's events as estimated at the end of another. */
    public double eventLog(int origin, int day) {
        return at(origin).eventLog(origin, day);
    }

    /** Whether a day was taken for an oddity when it came. */
    public boolean odd(int day) {
        return at(day).odd(day);
    }

    /** The share of a day's usual contacts that its known slots hold. */
    public double exposure(int day) {
        return at(day).exposure(day);
    }

    /** The layout of the days. */
    public StateLayout layout() {
        return layout;
    }

    private DayFilter at(int origin) {
        return filters[Math.min(origin, filters.length - 1)];
    }

    private static TreeMap<Integer, DayKernel> kernels(StateLayout layout, Knowledge knowledge, int lastDay) {
        TreeMap<Integer, DayKernel> kernels = new TreeMap<>();
        DayKernel kernel = knowledge.kernel() == null ? DayKernel.TYPICAL : knowledge.kernel();
        kernels.put(0, kernel);
        int known = 0;
        int next = FIRST_FITS[0];
        for (int day = 0; day <= lastDay && knowledge.kernel() == null; day++) {
            known += layout.usable(day) ? 1 : 0;
            if (known >= next && layout.usable(day)) {
                int evaluations = next == FIRST_FITS[0] ? FIRST_EVALUATIONS : NEXT_EVALUATIONS;
                kernel = KernelFit.of(List.of(layout), knowledge.priors(), day, kernel, evaluations);
                kernels.put(day, kernel);
                next = next < FIRST_FITS[1] ? FIRST_FITS[1] : next + (next < YEAR ? FIT_DAYS : LATER_FIT_DAYS);
            }
        }
        return kernels;
    }
}
