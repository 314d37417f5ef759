package io.deskpulse.metrics.planning;

/**
 * The time that agents of an interval have left, and what of it deferred work takes, agent seconds.
 *
 * @param idleSeconds time of the agents at work that contacts leave, up to the cap on occupancy
 * @param deferredSeconds of it taken by deferred work, what is due first goes first
 * @param lateSeconds deferred work due in this interval that does not fit in by then
 */
public record Gap(double idleSeconds, double deferredSeconds, double lateSeconds) {}
