package io.deskpulse.metrics.queueing;

import io.deskpulse.metrics.numbers.Checks;

/**
 * Queues of intervals in which more arrives than the team can do: peak nights, where Erlang C has no answer interval by interval.
 *
 * @see "fluid: Whitt 2006; carried over: Stolletz 2008, stationary backlog carryover"
 */
public final class Backlog {
    private Backlog() {}

    /**
     * An interval of the backlog that is carried over.
     *
     * @param load contacts with what came over from the interval before, per interval
     * @param carried contacts that find everybody busy and go to the next interval
     * @param utilisation share of the agents' time at work, 0..1
     */
    public record Interval(double load, double carried, double utilisation) {}

    /**
     * The queue at the end of each interval: q' = λ - nμ - θq, never below 0.
     *
     * @param contacts contacts an interval, >= 0
     * @param agents on duty in each interval, >= 0
     * @param times of the interval, of handling and of patience (infinite: nobody leaves)
     * @param startQueue contacts waiting at the start, >= 0
     * @return contacts waiting at the end of each interval
     */
    public static double[] fluid(double[] contacts, double[] agents, Times times, double startQueue) {
        checkLengths(contacts, agents);
        Checks.notNegative("startQueue", startQueue);
        double[] ends = new double[contacts.length];
        double queue = startQueue;
        for (int i = 0; i < ends.length; i++) {
            double surplus = contacts[i] / times.intervalSeconds() - agents[i] / times.handleSeconds();
            queue = after(queue, surplus, 1 / times.patienceSeconds(), times.intervalSeconds());
            ends[i] = queue;
        }
        return ends;
    }

    /**
     * The stationary backlog carried over: b(i) = x(i) B(n(i), x(i)/μ), x(i) = λ(i) + b(i-1), utilisation x(1 - B)/(nμ), B = Erlang B.
     *
     * @param contacts contacts an interval, >= 0
     * @param agents on duty in each interval, whole, >= 0
     * @param times of the interval and of handling; patience does not matter here
     */
    public static Interval[] carriedOver(double[] contacts, int[] agents, Times times) {
        if (contacts.length != agents.length) {
            throw new IllegalArgumentException("agents must be one an interval, got " + agents.length);
        }
        Interval[] intervals = new Interval[contacts.length];
        double carried = 0;
        for (int i = 0; i < intervals.length; i++) {
            double load = contacts[i] + carried;
            double erlangs = load / times.intervalSeconds() * times.handleSeconds();
            double blocked = ErlangB.blocking(erlangs, agents[i]);
            carried = load * blocked;
            intervals[i] = new Interval(load, carried, agents[i] == 0 ? 0 : erlangs * (1 - blocked) / agents[i]);
        }
        return intervals;
    }

    /**
     * Lengths of time, seconds, all > 0.
     *
     * @param intervalSeconds of an interval
     * @param handleSeconds mean handle time
     * @param patienceSeconds mean patience; infinite when nobody leaves
     */
    public record Times(double intervalSeconds, double handleSeconds, double patienceSeconds) {
        /** Checks the ranges. */
        public Times {
            Checks.positive("intervalSeconds", intervalSeconds);
            Checks.positive("handleSeconds", handleSeconds);
            if (!(patienceSeconds > 0)) {
                throw new IllegalArgumentException("patienceSeconds must be > 0, got " + patienceSeconds);
            }
        }
    }

    /** The linear equation solved over one interval; with leaving it tends to surplus/θ. */
    private static double after(double queue, double surplus, double theta, double seconds) {
        if (theta == 0) {
            return Math.max(0, queue + surplus * seconds);
        }
        double level = surplus / theta;
        return Math.max(0, level + (queue - level) * Math.exp(-theta * seconds));
    }

    private static void checkLengths(double[] contacts, double[] agents) {
        if (contacts.length != agents.length) {
            throw new IllegalArgumentException("agents must be one an interval, got " + agents.length);
        }
    }
}
