package io.deskpulse.metrics.queueing;

import io.deskpulse.metrics.numbers.Checks;

/**
 * A team whose contacts wait forever (M/M/n): the upper bound of the agents that phone needs.
 *
 * <p>A = λβ; C = B / (1 - (A/n)(1 - B)); P(wait > t) = C exp(-(n - A) t / β); mean wait = C β / (n - A); occupancy A / n. With n <= A the queue grows
 * without end: everybody waits, for ever.
 *
 * @param arrivalsPerSecond λ, contacts a second, >= 0
 * @param handleSeconds β, mean handle time, seconds, > 0
 * @param agents n, >= 1
 * @see "Erlang 1917; notation of Gans, Koole and Mandelbaum 2003, section 4.1"
 */
public record ErlangC(double arrivalsPerSecond, double handleSeconds, int agents) implements QueueModel {
    /** Checks the ranges. */
    public ErlangC {
        Checks.notNegative("arrivalsPerSecond", arrivalsPerSecond);
        Checks.positive("handleSeconds", handleSeconds);
        Checks.positive("agents", agents);
    }

    /** The offered load A, Erlang. */
    public double load() {
        return arrivalsPerSecond * handleSeconds;
    }

    /** The share that waits at all, 0..1. */
    public double waitProbability() {
        if (agents <= load()) {
            return 1;
        }
        double blocked = ErlangB.blocking(load(), agents);
        return blocked / (1 - load() / agents * (1 - blocked));
    }

    /** The mean wait of all contacts, seconds; infinite when the queue grows without end. */
    public double meanWaitSeconds() {
        return agents <= load() ? Double.POSITIVE_INFINITY : waitProbability() * handleSeconds / (agents - load());
    }

    @Override
    public double serviceLevel(ServiceLevel definition, double targetSeconds) {
        Checks.notNegative("targetSeconds", targetSeconds);
        if (agents <= load()) {
            return 0;
        }
        double late = waitProbability() * Math.exp(-(agents - load()) * targetSeconds / handleSeconds);
        return definition.ratio(1 - late, 0, 0);
    }

    @Override
    public double occupancy() {
        return Math.min(1, load() / agents);
    }
}
