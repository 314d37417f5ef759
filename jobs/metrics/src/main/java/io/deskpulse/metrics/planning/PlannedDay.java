package io.deskpulse.metrics.planning;

/**
 * A forecast of a whole day.
 *
 * @param epochDay day of the shop, days since 1970-01-01
 * @param leadDays days from the last whole day known
 * @param mean contacts
 * @param quantiles by level of {@code Levels}; not sums of the intervals' ones
 * @param p95 95 % quantile
 * @param evidence what it stands on
 */
public record PlannedDay(
        long epochDay, int leadDays, double mean, double[] quantiles, double p95, PlannedSlot.Evidence evidence) {}
