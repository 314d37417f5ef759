package io.deskpulse.metrics.queueing;

import io.deskpulse.metrics.numbers.Checks;

/**
 * Erlang's loss formula: the share of arrivals that find all agents busy when nobody waits.
 *
 * <p>B(0) = 1, B(k) = A B(k-1) / (k + A B(k-1)), A = offered load in Erlang.
 *
 * @see "Erlang 1917; recursion: Jagerman 1974"
 */
public final class ErlangB {
    private ErlangB() {}

    /**
     * The share blocked, 0..1.
     *
     * @param load offered load, Erlang, >= 0
     * @param agents servers, >= 0; 0 blocks everything
     * @throws IllegalArgumentException when a value is outside its range
     */
    public static double blocking(double load, int agents) {
        Checks.notNegative("load", load);
        Checks.notNegative("agents", agents);
        double blocked = 1;
        for (int k = 1; k <= agents; k++) {
            blocked = load * blocked / (k + load * blocked);
        }
        return blocked;
    }

    /**
     * The smallest number of agents that blocks no more than a share.
     *
     * @param load offered load, Erlang, >= 0
     * @param maxBlocking share allowed, in (0, 1]
     * @throws IllegalArgumentException when a value is outside its range
     */
    public static int required(double load, double maxBlocking) {
        Checks.notNegative("load", load);
        Checks.ratioAboveZero("maxBlocking", maxBlocking);
        double blocked = 1;
        int agents = 0;
        while (blocked > maxBlocking) {
            agents++;
            blocked = load * blocked / (agents + load * blocked);
        }
        return agents;
    }
}
