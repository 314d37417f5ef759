package io.deskpulse.metrics.forecast.events;

import java.util.Map;

/**
 * What is expected of an event's phase before a shop has lived one, by sort (kind and phase).
 *
 * <p>log factor = sort + series + occurrence, each normal: sort with the mean and the spread between shops, series with the spread between events of a
 * kind, occurrence with that from year to year.
 *
 * @param bySort priors learned from other shops; {@link #UNKNOWN} for the rest
 */
public record PhasePriors(Map<String, Prior> bySort) {
    /** Nothing was learned from anybody. */
    public static final PhasePriors NONE = new PhasePriors(Map.of());

    /** A phase that nobody has seen: it may halve or triple a day, and years resemble each other. */
    public static final Prior UNKNOWN = new Prior(0, 0.8, 0.25, 0.1);

    /** Copies the map. */
    public PhasePriors {
        bySort = Map.copyOf(bySort);
    }

    /**
     * A prior of log factors.
     *
     * @param mean of the sort
     * @param shopSpread standard deviation of the sort between shops, > 0
     * @param seriesSpread standard deviation between events of the sort, > 0
     * @param occurrenceSpread standard deviation between years of one event, > 0
     */
    public record Prior(double mean, double shopSpread, double seriesSpread, double occurrenceSpread) {}

    /** The prior of a sort. */
    public Prior of(String sort) {
        return bySort.getOrDefault(sort, UNKNOWN);
    }
}
