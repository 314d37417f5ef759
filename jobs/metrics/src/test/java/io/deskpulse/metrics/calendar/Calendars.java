package io.deskpulse.metrics.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calendars told in a line: {@code new Calendars("Europe/Berlin").weekdays("09:00-17:00").calendar()}. */
public final class Calendars {
    private final List<Schedule> schedules = new ArrayList<>();
    private final Map<DayOfWeek, List<OpenHours>> week = new EnumMap<>(DayOfWeek.class);
    private final Map<LocalDate, List<OpenHours>> dates = new HashMap<>();
    private ZoneId zone;
    private LocalDate from = Schedule.ALWAYS;
    private LocalDate to = Schedule.FOREVER;

    public Calendars(String zone) {
        this.zone = ZoneId.of(zone);
    }

    public Calendars weekdays(String... hours) {
        return open(List.of(DayOfWeek.values()).subList(0, 5), hours);
    }

    public Calendars daily(String... hours) {
        return open(List.of(DayOfWeek.values()), hours);
    }

    public Calendars open(List<DayOfWeek> days, String... hours) {
        days.forEach(day -> week.put(day, hours(hours)));
        return this;
    }

    public Calendars date(String date, String... hours) {
        dates.put(LocalDate.parse(date), hours(hours));
        return this;
    }

    public Calendars from(String date) {
        from = LocalDate.parse(date);
        return this;
    }

    public Calendars to(String date) {
        to = LocalDate.parse(date);
        return this;
    }

    /** What follows is another schedule of the same calendar. */
    public Calendars and(String anotherZone) {
        schedules.add(new Schedule(zone, Map.copyOf(week), Map.copyOf(dates), from, to));
        week.clear();
        dates.clear();
        zone = ZoneId.of(anotherZone);
        from = Schedule.ALWAYS;
        to = Schedule.FOREVER;
        return this;
    }

    public BusinessCalendar calendar() {
        and(zone.getId());
        return new BusinessCalendar("test", schedules);
    }

    private static List<OpenHours> hours(String... hours) {
        return Arrays.stream(hours).map(Calendars::range).toList();
    }

    private static OpenHours range(String text) {
        String[] ends = text.split("-");
        int to = ends[1].equals("24:00")
                ? OpenHours.DAY_SECONDS
                : LocalTime.parse(ends[1]).toSecondOfDay();
        return new OpenHours(LocalTime.parse(ends[0]).toSecondOfDay(), to);
    }
}
