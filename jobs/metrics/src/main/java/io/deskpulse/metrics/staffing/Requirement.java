package io.deskpulse.metrics.staffing;

import io.deskpulse.metrics.numbers.Checks;
import io.deskpulse.metrics.queueing.ChatTeam;
import io.deskpulse.metrics.queueing.ErlangA;
import io.deskpulse.metrics.queueing.ErlangC;
import io.deskpulse.metrics.queueing.GainCurve;
import io.deskpulse.metrics.queueing.QueueModel;
import io.deskpulse.metrics.queueing.ServiceLevel;
import java.util.function.IntFunction;

/**
 * Agents that an interval needs: first those that reach the service level, then as many as the occupancy cap asks.
 *
 * @param definition which service level is meant
 * @param targetRatio share of contacts to be good, in (0, 1)
 * @param targetSeconds longest wait that is good, seconds, >= 0
 * @param maxOccupancy largest share of the agents' time at work, in (0, 1]
 */
public record Requirement(ServiceLevel definition, double targetRatio, double targetSeconds, double maxOccupancy) {
    private static final double GUARD = 1e-9;
    private static final int MOST_AGENTS = 1 << 24;

    /** Checks the ranges. */
    public Requirement {
        if (!(targetRatio > 0 && targetRatio < 1)) {
            throw new IllegalArgumentException("targetRatio must be in (0, 1), got " + targetRatio);
        }
        Checks.notNegative("targetSeconds", targetSeconds);
        Checks.ratioAboveZero("maxOccupancy", maxOccupancy);
    }

    /**
     * Agents by Erlang C; 0 when nothing arrives.
     *
     * @param arrivalsPerSecond contacts a second, >= 0
     * @param handleSeconds mean handle time, seconds, > 0
     * @throws IllegalArgumentException when 2^24 agents are not enough
     */
    public int erlangC(double arrivalsPerSecond, double handleSeconds) {
        return arrivalsPerSecond == 0
                ? 0
                : smallest(
                        moreThan(arrivalsPerSecond * handleSeconds),
                        agents -> new ErlangC(arrivalsPerSecond, handleSeconds, agents));
    }

    /**
     * Agents by Erlang A; 0 when nothing arrives. The cap is on all that arrives, not on what waits long enough to be served: a team
     * must not look rested because callers hang up.
     *
     * @param arrivalsPerSecond contacts a second, >= 0
     * @param handleSeconds mean handle time, seconds, > 0
     * @param patienceSeconds mean patience, seconds, > 0
     * @throws IllegalArgumentException when 2^24 agents are not enough
     */
    public int erlangA(double arrivalsPerSecond, double handleSeconds, double patienceSeconds) {
        return arrivalsPerSecond == 0
                ? 0
                : smallest(
                        leastOccupied(arrivalsPerSecond * handleSeconds / maxOccupancy),
                        agents -> new ErlangA(arrivalsPerSecond, handleSeconds, patienceSeconds, agents));
    }

    /**
     * Agents for chats that wait; 0 when nothing arrives.
     *
     * @param arrivalsPerSecond chats a second, >= 0
     * @param curve handle time by concurrency
     * @throws IllegalArgumentException when 2^24 agents are not enough
     */
    public int chat(double arrivalsPerSecond, GainCurve curve) {
        return arrivalsPerSecond == 0
                ? 0
                : smallest(
                        moreThan(arrivalsPerSecond / curve.rate(curve.cap())),
                        agents -> new ChatTeam(arrivalsPerSecond, curve, agents));
    }

    /** The fewest agents that a load does not keep busy for ever. */
    private static int moreThan(double load) {
        checkEnough(load);
        return (int) Math.floor(load) + 1;
    }

    /** The fewest agents that are as many as a load by the occupancy that they may have. */
    private static int leastOccupied(double agents) {
        checkEnough(agents);
        return Math.max(1, (int) Math.ceil(agents - GUARD));
    }

    private static void checkEnough(double load) {
        if (!(load < MOST_AGENTS)) {
            throw new IllegalArgumentException("no number of agents up to " + MOST_AGENTS + " is enough for a load of "
                    + load + " contacts at a time");
        }
    }

    /** Doubles the step until it is enough, then halves it: more agents are never worse. */
    private int smallest(int from, IntFunction<? extends QueueModel> teamOf) {
        int enough = from;
        int step = 1;
        int tooFew = from - 1;
        while (!meets(teamOf.apply(enough))) {
            tooFew = enough;
            enough += step;
            step *= 2;
            if (enough > MOST_AGENTS) {
                throw new IllegalArgumentException("no number of agents up to " + MOST_AGENTS + " is enough");
            }
        }
        while (enough - tooFew > 1) {
            int middle = tooFew + (enough - tooFew) / 2;
            if (meets(teamOf.apply(middle))) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return enough;
    }

    private boolean meets(QueueModel team) {
        return team.serviceLevel(definition, targetSeconds) >= targetRatio && team.occupancy() <= maxOccupancy + GUARD;
    }
}
