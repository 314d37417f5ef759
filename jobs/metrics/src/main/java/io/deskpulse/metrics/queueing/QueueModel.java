package io.deskpulse.metrics.queueing;

/** A team in steady state: what a search for the number of agents asks. */
public interface QueueModel {
    /**
     * The share of contacts within the target, 0..1.
     *
     * @param definition which contacts count
     * @param targetSeconds longest wait that is good, seconds, >= 0
     */
    double serviceLevel(ServiceLevel definition, double targetSeconds);

    /** The share of the agents' time (for chat: of their slots) that is taken, 0..1; 1 when the queue would grow forever. */
    double occupancy();
}
