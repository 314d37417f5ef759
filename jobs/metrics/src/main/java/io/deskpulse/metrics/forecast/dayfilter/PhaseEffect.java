package io.deskpulse.metrics.forecast.dayfilter;

/**
 * One part of a phase's log factor as a shop's days tell it.
 *
 * @param sort kind and phase
 * @param part 0 what all of the sort share, 1 what one event adds, 2 what one year adds
 * @param mean of the log
 * @param variance of the log
 */
public record PhaseEffect(String sort, int part, double mean, double variance) {}
