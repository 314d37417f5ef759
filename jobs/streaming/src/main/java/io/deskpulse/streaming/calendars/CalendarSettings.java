package io.deskpulse.streaming.calendars;

import io.deskpulse.metrics.calendar.BusinessCalendar;
import io.deskpulse.metrics.calendar.OpenHours;
import io.deskpulse.metrics.calendar.Schedule;
import io.deskpulse.streaming.yaml.YamlSection;
import io.deskpulse.streaming.yaml.YamlValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The business calendars of a settings file, by name. */
public final class CalendarSettings {
    /** A calendar and the zone in which dates of policies that use it are read. */
    public record Calendar(BusinessCalendar calendar, ZoneId zone) {}

    private CalendarSettings() {}

    /** All calendars: those that could be read, and null for those that could not, so that their users are not blamed as well. */
    public static Map<String, Calendar> read(YamlValue value) {
        Map<String, Calendar> calendars = new LinkedHashMap<>();
        if (!value.isAbsent()) {
            YamlSection section = value.section("calendars");
            for (String name : section.names()) {
                YamlValue calendar = section.required(name);
                calendars.put(name, calendar.isAbsent() ? null : calendar(name, calendar));
            }
        }
        return calendars;
    }

    private static Calendar calendar(String name, YamlValue value) {
        YamlSection section =
                value.section("calendar " + name).knowing("time_zone", "holidays", "special_days", "schedules");
        ZoneId zone = section.required("time_zone").zone();
        Map<LocalDate, List<OpenHours>> dates = dates(section, Map.of());
        YamlValue list = section.required("schedules");
        if (!list.isAbsent() && list.elements().isEmpty()) {
            list.problem("calendar " + name + " needs at least one schedule");
        }
        List<Schedule> schedules = new ArrayList<>();
        for (YamlValue element : list.elements()) {
            Schedule schedule = schedule(element.section("a schedule of calendar " + name), zone, dates);
            if (schedule != null) {
                schedules.add(schedule);
            }
        }
        return zone == null || schedules.isEmpty() ? null : new Calendar(new BusinessCalendar(name, schedules), zone);
    }

    private static Schedule schedule(
            YamlSection section, ZoneId calendarZone, Map<LocalDate, List<OpenHours>> calendarDates) {
        section.knowing("hours", "time_zone", "holidays", "special_days", "valid_from", "valid_to");
        Map<DayOfWeek, List<OpenHours>> week = HoursSettings.week(section.required("hours"));
        YamlValue ownZone = section.optional("time_zone");
        ZoneId zone = ownZone.isAbsent() ? calendarZone : ownZone.zone();
        Map<LocalDate, List<OpenHours>> dates = dates(section, calendarDates);
        LocalDate from = section.optional("valid_from").date();
        LocalDate to = section.optional("valid_to").date();
        if (from != null && to != null && !from.isBefore(to)) {
            section.optional("valid_to").problem("valid_to is the first day no longer in force, after valid_from");
            return null;
        }
        return zone == null || week.isEmpty()
                ? null
                : new Schedule(
                        zone, week, dates, from == null ? Schedule.ALWAYS : from, to == null ? Schedule.FOREVER : to);
    }

    /**
     * The hours of a section that describes one schedule of its own: {@code hours}, {@code holidays} and {@code special_days}.
     *
     * @return null when there are mistakes, which are noted
     */
    public static Schedule schedule(YamlSection section, ZoneId zone) {
        Map<DayOfWeek, List<OpenHours>> week = HoursSettings.week(section.required("hours"));
        Map<LocalDate, List<OpenHours>> dates = dates(section, Map.of());
        return zone == null || week.isEmpty()
                ? null
                : new Schedule(zone, week, dates, Schedule.ALWAYS, Schedule.FOREVER);
    }

    private static Map<LocalDate, List<OpenHours>> dates(YamlSection section, Map<LocalDate, List<OpenHours>> outer) {
        Map<LocalDate, List<OpenHours>> dates = new HashMap<>(outer);
        for (YamlValue holiday : section.optional("holidays").elements()) {
            LocalDate date = holiday.date();
            if (date != null) {
                dates.put(date, List.of());
            }
        }
        YamlValue special = section.optional("special_days");
        if (!special.isAbsent()) {
            YamlSection days = special.section("special_days");
            for (String name : days.names()) {
                LocalDate date = days.key(name).date();
                YamlValue hours = days.required(name);
                if (date != null && !hours.isAbsent()) {
                    dates.put(date, HoursSettings.date(hours));
                }
            }
        }
        return dates;
    }
}
