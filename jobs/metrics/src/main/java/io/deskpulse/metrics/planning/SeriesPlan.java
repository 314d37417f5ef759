package io.deskpulse.metrics.planning;

import java.time.LocalDate;
import java.util.List;

/**
 * What is expected of a shop's channel, and needed.
 *
 * @param origin last whole day that was learned from
 * @param weeklyContacts contacts a week over the last 8 weeks known
 * @param slots intervals to come, in order
 * @param days whole days to come, in order
 * @param oddities days that were far from what was expected
 */
public record SeriesPlan(
        LocalDate origin,
        double weeklyContacts,
        List<PlannedSlot> slots,
        List<PlannedDay> days,
        List<Oddity> oddities) {
    /** Copies the lists. */
    public SeriesPlan {
        slots = List.copyOf(slots);
        days = List.copyOf(days);
        oddities = List.copyOf(oddities);
    }

    /**
     * An odd day.
     *
     * @param epochDay day of the shop, days since 1970-01-01
     * @param contacts that came
     * @param usual median of the same weekday in the four weeks before
     */
    public record Oddity(long epochDay, double contacts, double usual) {}
}
