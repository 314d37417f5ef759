package io.deskpulse.ops.forecasts.calendar;

import java.time.LocalDate;

/**
 * One time that an event of somebody's calendar takes place.
 *
 * @param uid of the event in its calendar
 * @param original day on which it was to begin when it was planned, which names it among the times of an event that recurs; null when it does not recur
 * @param from first day
 * @param days how many, at least 1
 * @param summary what people read
 * @param category the first of its categories; empty when it has none
 * @param cancelled whether it does not take place
 */
public record CalendarEvent(
        String uid, LocalDate original, LocalDate from, int days, String summary, String category, boolean cancelled) {}
