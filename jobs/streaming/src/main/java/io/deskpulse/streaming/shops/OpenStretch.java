package io.deskpulse.streaming.shops;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * Hours of a weekday or of one date during which a shop is open, on its own clock.
 *
 * @param fromDay first day on which they hold; the date itself when there is no weekday
 * @param toDay first day on which they no longer hold
 * @param weekday 1 for Monday to 7; 0 for the date {@code fromDay}, whose hours replace those of its weekday
 * @param fromSecond first second after local midnight, 0..86399; 0 when the date is closed
 * @param toSecond first second no longer open, up to 86400; 0 when the date is closed
 */
public record OpenStretch(LocalDate fromDay, LocalDate toDay, int weekday, int fromSecond, int toSecond) {
    /** {@link #weekday} of the hours of one date. */
    public static final int ONE_DATE = 0;

    /** Whether these are the hours of that date alone. */
    boolean isFor(LocalDate date) {
        return weekday == ONE_DATE && fromDay.equals(date);
    }

    /** Whether these are hours of the date's weekday in force on it. */
    boolean covers(LocalDate date) {
        return weekday == date.getDayOfWeek().getValue() && !date.isBefore(fromDay) && date.isBefore(toDay);
    }

    static OpenStretch of(LocalDate fromDay, LocalDate toDay, DayOfWeek weekday, int fromSecond, int toSecond) {
        return new OpenStretch(fromDay, toDay, weekday.getValue(), fromSecond, toSecond);
    }
}
