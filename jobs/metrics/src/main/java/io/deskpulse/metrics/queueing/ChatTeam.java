package io.deskpulse.metrics.queueing;

import io.deskpulse.metrics.numbers.Checks;

/**
 * A team whose agents run several chats at once, each the slower the more there are.
 *
 * <p>Birth-death chain on j chats with n agents and cap c, chats spread evenly: completions
 * r(j) = (n - j mod n) g(⌊j/n⌋) + (j mod n) g(⌊j/n⌋ + 1) for j < nc, n g(c) + (j - nc) θ above; θ = 1/patience or 0. P(wait) = P(j >= nc). Without
 * patience the queue is geometric: late after t = P(wait) exp(-(n g(c) - λ) t). Equal handle times at all k give Erlang C with nc servers.
 */
public final class ChatTeam implements QueueModel {
    private static final double NEGLIGIBLE = 1e-18;

    private final double lambda;
    private final double spare;
    private final double theta;
    private final int agents;
    private final int slots;
    private double waiting;
    private double queued;
    private double meanChats;
    private double meanBusyAgents;

    /**
     * A team whose chats wait forever.
     *
     * @param arrivalsPerSecond λ, chats a second, > 0
     * @param curve handle time by concurrency
     * @param agents n, >= 1
     */
    public ChatTeam(double arrivalsPerSecond, GainCurve curve, int agents) {
        this(arrivalsPerSecond, curve, Double.POSITIVE_INFINITY, agents);
    }

    /**
     * A team.
     *
     * @param arrivalsPerSecond λ, chats a second, > 0
     * @param curve handle time by concurrency
     * @param patienceSeconds mean patience in queue, seconds, > 0; infinite when nobody leaves
     * @param agents n, >= 1
     * @throws IllegalArgumentException when a value is outside its range
     */
    public ChatTeam(double arrivalsPerSecond, GainCurve curve, double patienceSeconds, int agents) {
        Checks.positive("arrivalsPerSecond", arrivalsPerSecond);
        Checks.positive("agents", agents);
        if (!(patienceSeconds > 0)) {
            throw new IllegalArgumentException("patienceSeconds must be > 0, got " + patienceSeconds);
        }
        this.lambda = arrivalsPerSecond;
        this.agents = agents;
        this.slots = agents * curve.cap();
        this.spare = agents * curve.rate(curve.cap()) - lambda;
        this.theta = 1 / patienceSeconds;
        if (theta == 0 && spare <= 0) {
            waiting = 1;
            queued = Double.POSITIVE_INFINITY;
            meanChats = slots;
            meanBusyAgents = agents;
        } else {
            solve(curve);
        }
    }

    /** The share that finds every slot taken, 0..1. */
    public double waitProbability() {
        return waiting;
    }

    /** The mean time in queue of all chats, seconds; infinite when the queue grows without end. */
    public double meanWaitSeconds() {
        return queued / lambda;
    }

    /** The share that leaves before it is served, 0..1; 0 when nobody leaves. */
    public double abandonProbability() {
        return theta == 0 ? 0 : queued * theta / lambda;
    }

    /** The mean number of chats of an agent who has any, 1 to the cap. */
    public double chatsPerBusyAgent() {
        return meanChats / meanBusyAgents;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException when chats leave: then only the shares that wait and leave are known
     */
    @Override
    public double serviceLevel(ServiceLevel definition, double targetSeconds) {
        Checks.notNegative("targetSeconds", targetSeconds);
        if (theta != 0) {
            throw new IllegalStateException("the service level of chats that leave is not computed");
        }
        return spare <= 0 ? 0 : definition.ratio(1 - waiting * Math.exp(-spare * targetSeconds), 0, 0);
    }

    @Override
    public double occupancy() {
        return meanChats / slots;
    }

    /** Sums the chain with weights relative to the largest so far: they neither overflow nor vanish. */
    private void solve(GainCurve curve) {
        double weight = 1;
        double total = 1;
        int last = theta == 0 ? slots - 1 : Integer.MAX_VALUE;
        for (int j = 1; j <= last && (j < slots || weight > NEGLIGIBLE * total || lambda > rate(curve, j)); j++) {
            weight *= lambda / rate(curve, j);
            total += weight;
            if (j >= slots) {
                waiting += weight;
                queued += weight * (j - slots);
            }
            meanChats += weight * Math.min(j, slots);
            meanBusyAgents += weight * Math.min(j, agents);
            if (weight > 1e200) {
                double scale = 1 / weight;
                weight = 1;
                total *= scale;
                waiting *= scale;
                queued *= scale;
                meanChats *= scale;
                meanBusyAgents *= scale;
            }
        }
        if (theta == 0) {
            total += addQueue(weight * lambda / spare);
        }
        waiting /= total;
        queued /= total;
        meanChats /= total;
        meanBusyAgents /= total;
    }

    /**
     * Adds a queue that nobody leaves, whose weights are a geometric series: of a team that is only just large enough it has no end that
     * could be summed up to.
     *
     * @param all sum of the weights from all slots taken and nobody in queue on
     * @return that sum
     */
    private double addQueue(double all) {
        waiting += all;
        queued += all * lambda / spare;
        meanChats += all * slots;
        meanBusyAgents += all * agents;
        return all;
    }

    private double rate(GainCurve curve, int chats) {
        if (chats >= slots) {
            return agents * curve.rate(curve.cap()) + (chats - slots) * theta;
        }
        int each = chats / agents;
        int more = chats % agents;
        return (agents - more) * curve.rate(each) + more * curve.rate(each + 1);
    }
}
