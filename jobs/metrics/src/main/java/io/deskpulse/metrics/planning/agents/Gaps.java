package io.deskpulse.metrics.planning.agents;

import io.deskpulse.metrics.planning.Demand;
import io.deskpulse.metrics.planning.Gap;
import io.deskpulse.metrics.planning.Need;
import io.deskpulse.metrics.planning.SeriesInput;
import io.deskpulse.metrics.staffing.DeferredWork;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Deferred work in the gaps that contacts leave. Work that is overdue is to be done within a day.
 *
 * <p>idle = (cap on occupancy × agents - agents with a contact) × length; an agent with one of five chats is not idle.
 */
public final class Gaps {
    private static final long DAY_MILLIS = 86_400_000;

    private final double maxOccupancy;
    private final double seconds;

    /**
     * Gaps of intervals.
     *
     * @param maxOccupancy largest share of agents' time at work, in (0, 1]
     * @param seconds length of an interval, > 0
     */
    public Gaps(double maxOccupancy, double seconds) {
        this.maxOccupancy = maxOccupancy;
        this.seconds = seconds;
    }

    /**
     * The gaps of consecutive intervals, one each.
     *
     * @param starts of the intervals, milliseconds, ascending
     * @param demands of the intervals
     * @param needs of the intervals
     * @param deferred work, in any order
     */
    public List<Gap> of(
            List<Long> starts, List<Demand> demands, List<Need> needs, List<SeriesInput.Deferred> deferred) {
        double[] idle = new double[needs.size()];
        for (int i = 0; i < idle.length; i++) {
            idle[i] = idle(demands.get(i), needs.get(i));
        }
        DeferredWork.Plan plan = DeferredWork.fit(idle, tasks(starts, deferred));
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < idle.length; i++) {
            gaps.add(new Gap(idle[i], plan.usedSeconds()[i], plan.lateSeconds()[i]));
        }
        return gaps;
    }

    private double idle(Demand demand, Need need) {
        if (need.agents() == 0) {
            return 0;
        }
        double busy = need.occupancy() * demand.curve().cap() * need.agents() / need.concurrency();
        return Math.max(0, maxOccupancy * need.agents() - busy) * seconds;
    }

    private List<DeferredWork.Task> tasks(List<Long> starts, List<SeriesInput.Deferred> deferred) {
        if (starts.isEmpty()) {
            return List.of();
        }
        TreeMap<Integer, Double> byDue = new TreeMap<>();
        for (SeriesInput.Deferred work : deferred) {
            long due = work.dueMillis() <= starts.get(0) ? starts.get(0) + DAY_MILLIS : work.dueMillis();
            byDue.merge(lastBefore(starts, due), work.seconds(), Double::sum);
        }
        List<DeferredWork.Task> tasks = new ArrayList<>();
        byDue.forEach((due, all) -> tasks.add(new DeferredWork.Task(0, due, all)));
        return tasks;
    }

    /** The last interval that is over at a moment after the first one's start, the first when none is; one after all when it lies behind them. */
    private int lastBefore(List<Long> starts, long dueMillis) {
        int last = starts.size() - 1;
        long latestStart = dueMillis - Math.round(1000 * seconds);
        if (latestStart > starts.get(last)) {
            return starts.size();
        }
        while (last > 0 && starts.get(last) > latestStart) {
            last--;
        }
        return last;
    }
}
