package io.deskpulse.metrics.staffing;

import io.deskpulse.metrics.numbers.Checks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Fits work that can wait (tickets, call-backs) into time that live contacts leave idle: what is due first goes first. */
public final class DeferredWork {
    private DeferredWork() {}

    /**
     * Work to be fitted in.
     *
     * @param fromInterval first interval in which it can be done, >= 0
     * @param dueInterval last interval in which it is on time, not before the first
     * @param seconds agent time that it takes, >= 0
     */
    public record Task(int fromInterval, int dueInterval, double seconds) {
        /** Checks the ranges. */
        public Task {
            if (fromInterval < 0 || dueInterval < fromInterval) {
                throw new IllegalArgumentException(
                        "intervals must be 0 or later and in order, got " + fromInterval + " to " + dueInterval);
            }
            Checks.notNegative("seconds", seconds);
        }
    }

    /**
     * A plan.
     *
     * @param usedSeconds agent time taken in each interval
     * @param lateSeconds work of tasks due in each interval that does not fit by then; it is not in the plan. What is due later may be left over
     */
    public record Plan(double[] usedSeconds, double[] lateSeconds) {}

    /**
     * Earliest due first, which fits everything in time whenever anything can.
     *
     * @param idleSeconds agent time left in each interval, >= 0
     * @param tasks in any order
     * @see "Jackson 1955; Horn 1974 for preemption with release dates"
     */
    public static Plan fit(double[] idleSeconds, List<Task> tasks) {
        double[] used = new double[idleSeconds.length];
        double[] left = tasks.stream().mapToDouble(Task::seconds).toArray();
        List<Integer> byDue = new ArrayList<>();
        for (int i = 0; i < left.length; i++) {
            byDue.add(i);
        }
        byDue.sort(Comparator.comparingInt(i -> tasks.get(i).dueInterval()));
        for (int interval = 0; interval < used.length; interval++) {
            for (int i : byDue) {
                Task task = tasks.get(i);
                if (task.fromInterval() <= interval && interval <= task.dueInterval()) {
                    double done = Math.min(left[i], idleSeconds[interval] - used[interval]);
                    left[i] -= done;
                    used[interval] += done;
                }
            }
        }
        double[] late = new double[idleSeconds.length];
        for (int i = 0; i < left.length; i++) {
            if (tasks.get(i).dueInterval() < late.length) {
                late[tasks.get(i).dueInterval()] += left[i];
            }
        }
        return new Plan(used, late);
    }
}
