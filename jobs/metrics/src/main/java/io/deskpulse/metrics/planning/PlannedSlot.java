package io.deskpulse.metrics.planning;

import io.deskpulse.metrics.staffing.Requirement;
import java.util.List;

/**
 * A forecast of one interval and the agents that it needs.
 *
 * @param startMillis start of the interval
 * @param epochDay day of the shop, days since 1970-01-01
 * @param leadDays days from the last whole day known; 0 when made anew within the day
 * @param factors what the mean is the product of
 * @param quantiles of the contacts, by level of {@code Levels}
 * @param p95 95 % quantile of the contacts
 * @param sameSlotMean mean of the same slot of the last 8 weeks known; NaN when there is none
 * @param evidence what the forecast stands on
 * @param override contacts that a person expects instead; NaN when nobody does
 * @param demand what the agents are for
 * @param requirement what they are to reach
 * @param need agents
 * @param gap time that they have left, and deferred work in it
 */
public record PlannedSlot(
        long startMillis,
        long epochDay,
        int leadDays,
        Factors factors,
        double[] quantiles,
        double p95,
        double sameSlotMean,
        Evidence evidence,
        double override,
        Demand demand,
        Requirement requirement,
        Need need,
        Gap gap) {
    /** Contacts expected: the product of the factors. */
    public double mean() {
        return factors.product();
    }

    /**
     * A mean taken apart.
     *
     * @param level contacts of an average day
     * @param weekday factor of the weekday
     * @param calendar factor of closed neighbours and the place in the month
     * @param events each phase of events that the day lies in
     * @param others what the other methods make of it
     * @param intraday what the contacts of the same day so far make of it
     * @param share of the interval in its day
     */
    public record Factors(
            double level,
            double weekday,
            double calendar,
            List<Effect> events,
            double others,
            double intraday,
            double share) {
        /** Copies the list. */
        public Factors {
            events = List.copyOf(events);
        }

        /** The factor of all events. */
        public double eventFactor() {
            double product = 1;
            for (Effect event : events) {
                product *= event.factor();
            }
            return product;
        }

        /** The product of all factors, contacts. */
        public double product() {
            return level * weekday * calendar * eventFactor() * others * intraday * share;
        }
    }

    /**
     * What a phase of an event does to a day.
     *
     * @param phase kind and phase
     * @param factor of the day's contacts
     * @param learnedFrom the shop's own days that taught it, dates by spaces; empty when other shops did, or nobody
     */
    public record Effect(String phase, double factor, String learnedFrom) {}

    /**
     * What a forecast stands on.
     *
     * @param days comparable days behind the quantiles
     * @param young whether less than four weeks of history stand behind it
     * @param eventId names and phases of the events of the day, joined by +
     * @param model what made it
     */
    public record Evidence(int days, boolean young, String eventId, String model) {}
}
