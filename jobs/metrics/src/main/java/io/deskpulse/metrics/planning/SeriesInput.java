package io.deskpulse.metrics.planning;

import io.deskpulse.metrics.forecast.events.EventCalendar;
import java.time.LocalDate;
import java.util.List;

/**
 * All that was known of a shop's channel at the moment of a forecast.
 *
 * @param shopId shop
 * @param channel as in conversations
 * @param grid of its days
 * @param firstDay of its first contact
 * @param contacts contacts by day from the first and slot, NaN or null where unknown; the last day is that of the moment, as far as it has come
 * @param calendar events and tags in force then; all of them known from the beginning
 * @param overrides what people expect instead, the latest first
 * @param service how contacts are handled
 * @param deferred work that waits and can be done in any interval before it is due
 * @param roster who is planned to work on this channel
 */
public record SeriesInput(
        String shopId,
        String channel,
        DayGrid grid,
        LocalDate firstDay,
        double[][] contacts,
        EventCalendar calendar,
        List<Override> overrides,
        ServiceInput service,
        List<Deferred> deferred,
        Roster roster) {
    /** When a task is due that has no due time. */
    public static final long NEVER_DUE = Long.MAX_VALUE;

    /** Copies the list. */
    public SeriesInput {
        overrides = List.copyOf(overrides);
        deferred = List.copyOf(deferred);
    }

    /**
     * Work that nobody waits for in this minute, such as a ticket or a promised call-back.
     *
     * @param dueMillis when it has to be done; {@link #NEVER_DUE} when nobody said
     * @param seconds of an agent's time that it takes
     */
    public record Deferred(long dueMillis, double seconds) {}

    /**
     * What a person expects instead of the forecast in a range.
     *
     * @param fromMillis start of the range
     * @param toMillis end of the range, exclusive
     * @param factor times the mean; NaN where quarters are given
     * @param quarters contacts of each quarter of an hour of the range; empty where a factor is given
     */
    public record Override(long fromMillis, long toMillis, double factor, List<Double> quarters) {
        private static final long QUARTER_MILLIS = 900_000;

        /** Copies the list. */
        public Override {
            quarters = List.copyOf(quarters);
        }

        /** Whether an interval lies in its range. */
        public boolean covers(long startMillis) {
            return fromMillis <= startMillis && startMillis < toMillis;
        }

        /** The contacts of an interval that it covers. */
        public double contacts(long startMillis, int minutes, double mean) {
            if (!Double.isNaN(factor)) {
                return factor * mean;
            }
            double sum = 0;
            int first = (int) ((startMillis - fromMillis) / QUARTER_MILLIS);
            for (int i = first; i < first + minutes / 15 && i < quarters.size(); i++) {
                sum += quarters.get(i);
            }
            return sum;
        }
    }
}
