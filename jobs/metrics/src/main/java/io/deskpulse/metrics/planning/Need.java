package io.deskpulse.metrics.planning;

import io.deskpulse.metrics.staffing.Shrinkage;

/**
 * The agents that an interval needs, and what they reach.
 *
 * @param loadErlang contacts at work at a time on average
 * @param concurrency contacts at a time of an agent who has any
 * @param queue model that was asked
 * @param agentsAtMedian at work for the median of the contacts
 * @param agents at work for their 75 % quantile
 * @param shrinkage what is lost of paid time
 * @param gross agents to plan for {@code agents} to be at work, with decimals
 * @param occupancy share of their time at work at the mean, 0..1
 * @param serviceLevel expected over all quantiles, 0..1
 * @param backlog contacts that a team of limited size hands on to the next interval
 */
public record Need(
        double loadErlang,
        double concurrency,
        Queue queue,
        int agentsAtMedian,
        int agents,
        Shrinkage shrinkage,
        double gross,
        double occupancy,
        double serviceLevel,
        double backlog) {
    /** The same with a backlog. */
    public Need handingOn(double contacts) {
        return new Need(
                loadErlang,
                concurrency,
                queue,
                agentsAtMedian,
                agents,
                shrinkage,
                gross,
                occupancy,
                serviceLevel,
                contacts);
    }

    /** Which model of a queue is asked. */
    public enum Queue {
        /** Calls whose callers leave. */
        ERLANG_A,
        /** Calls whose callers wait. */
        ERLANG_C,
        /** Chats, several at a time. */
        CHAT,
        /** Nothing comes. */
        NONE
    }
}
