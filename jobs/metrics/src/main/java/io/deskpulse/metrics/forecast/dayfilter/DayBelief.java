package io.deskpulse.metrics.forecast.dayfilter;

/**
 * What is believed of a day's log total before it comes.
 *
 * @param mean of the log
 * @param variance of the log, the day's own noise included, the chance of counting not
 */
public record DayBelief(double mean, double variance) {}
