package io.deskpulse.streaming.shops;

import io.deskpulse.metrics.calendar.OpenHours;
import io.deskpulse.metrics.calendar.Schedule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * When a shop is open, on its own clock.
 *
 * @param stretches hours of weekdays that do not overlap or touch within a day, and of dates that differ from their weekday; none
 *     when the shop never opens
 */
public record ShopHours(List<OpenStretch> stretches) {
    /** First day of what always held: the first of a ClickHouse Date. */
    public static final LocalDate ALWAYS = LocalDate.EPOCH;

    /** End of what holds for ever: the last day of a ClickHouse Date. */
    public static final LocalDate FOREVER = LocalDate.of(2149, 6, 6);

    /** Copies the list. */
    public ShopHours {
        stretches = List.copyOf(stretches);
    }

    /** The same hours every day, in seconds after local midnight. */
    public static ShopHours daily(int fromSecond, int toSecond) {
        return new ShopHours(Arrays.stream(DayOfWeek.values())
                .map(weekday -> OpenStretch.of(ALWAYS, FOREVER, weekday, fromSecond, toSecond))
                .toList());
    }

    /** The hours in which at least one of several schedules is open, all of them of one zone. */
    public static ShopHours of(List<Schedule> schedules) {
        TreeSet<LocalDate> changes = new TreeSet<>(List.of(ALWAYS, FOREVER));
        TreeSet<LocalDate> dates = new TreeSet<>();
        for (Schedule schedule : schedules) {
            Stream.of(schedule.validFrom(), schedule.validTo())
                    .filter(day -> day.isAfter(ALWAYS) && day.isBefore(FOREVER))
                    .forEach(changes::add);
            dates.addAll(schedule.dates().keySet());
        }
        List<OpenStretch> stretches = new ArrayList<>();
        for (LocalDate from = ALWAYS; from.isBefore(FOREVER); from = changes.higher(from)) {
            LocalDate to = changes.higher(from);
            for (DayOfWeek weekday : DayOfWeek.values()) {
                for (OpenHours open :
                        united(inForce(schedules, from).map(s -> s.week().getOrDefault(weekday, List.of())))) {
                    stretches.add(OpenStretch.of(from, to, weekday, open.fromSecond(), open.toSecond()));
                }
            }
        }
        dates.forEach(date -> stretches.addAll(ofDate(schedules, date)));
        return new ShopHours(stretches);
    }

    private static List<OpenStretch> ofDate(List<Schedule> schedules, LocalDate date) {
        List<OpenHours> open = united(inForce(schedules, date)
                .map(schedule -> schedule.dates()
                        .getOrDefault(date, schedule.week().getOrDefault(date.getDayOfWeek(), List.of()))));
        LocalDate next = date.plusDays(1);
        return open.isEmpty()
                ? List.of(new OpenStretch(date, next, OpenStretch.ONE_DATE, 0, 0))
                : open.stream()
                        .map(hours ->
                                new OpenStretch(date, next, OpenStretch.ONE_DATE, hours.fromSecond(), hours.toSecond()))
                        .toList();
    }

    private static Stream<Schedule> inForce(List<Schedule> schedules, LocalDate day) {
        return schedules.stream()
                .filter(schedule -> !day.isBefore(schedule.validFrom()) && day.isBefore(schedule.validTo()));
    }

    private static List<OpenHours> united(Stream<List<OpenHours>> hours) {
        List<OpenHours> united = new ArrayList<>();
        hours.flatMap(List::stream)
                .sorted(Comparator.comparingInt(OpenHours::fromSecond))
                .forEach(next -> {
                    OpenHours last = united.isEmpty() ? null : united.get(united.size() - 1);
                    if (last == null || last.toSecond() < next.fromSecond()) {
                        united.add(next);
                    } else {
                        united.set(
                                united.size() - 1,
                                new OpenHours(last.fromSecond(), Math.max(last.toSecond(), next.toSecond())));
                    }
                });
        return united;
    }

    /** When the shop closes for the last time on a date, seconds after local midnight, up to 86400; empty when it does not open. */
    public OptionalInt closingSecond(LocalDate date) {
        boolean ofItsOwn = stretches.stream().anyMatch(stretch -> stretch.isFor(date));
        return stretches.stream()
                .filter(stretch -> ofItsOwn ? stretch.isFor(date) : stretch.covers(date))
                .mapToInt(OpenStretch::toSecond)
                .filter(second -> second > 0)
                .max();
    }
}
