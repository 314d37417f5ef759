package io.deskpulse.streaming.settings;

import io.deskpulse.metrics.calendar.BusinessCalendar;
import io.deskpulse.metrics.calendar.OpenHours;
import io.deskpulse.metrics.calendar.Schedule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/** The business calendars of a settings file, by name. */
final class CalendarSettings {
    /** A calendar and the zone in which dates of policies that use it are read. */
    record Calendar(BusinessCalendar calendar, ZoneId zone) {}

    private final Problems problems;
    private final Scalars scalars;
    private final HoursSettings hours;

    CalendarSettings(Problems problems) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
        this.hours = new HoursSettings(problems);
    }

    /** Calendars that could be read, and null for those that could not, so that their users are not blamed as well. */
    Map<String, Calendar> read(Node node) {
        Map<String, Calendar> calendars = new LinkedHashMap<>();
        if (node != null) {
            Section section = new Section(node, "calendars", problems);
            for (String name : section.names()) {
                Node value = section.required(name);
                calendars.put(name, value == null ? null : calendar(name, value));
            }
        }
        return calendars;
    }

    private Calendar calendar(String name, Node node) {
        Section section = new Section(node, "calendar " + name, problems)
                .knowing("time_zone", "holidays", "special_days", "schedules");
        ZoneId zone = scalars.zone(section.required("time_zone"));
        Map<LocalDate, List<OpenHours>> dates = dates(section, Map.of());
        Node list = section.required("schedules");
        if (list != null && Section.elements(list).isEmpty()) {
            problems.at(list, "calendar " + name + " needs at least one schedule");
        }
        List<Schedule> schedules = new ArrayList<>();
        for (Node element : section.list("schedules")) {
            Schedule schedule = schedule(new Section(element, "a schedule of calendar " + name, problems), zone, dates);
            if (schedule != null) {
                schedules.add(schedule);
            }
        }
        return zone == null || schedules.isEmpty() ? null : new Calendar(new BusinessCalendar(name, schedules), zone);
    }

    private Schedule schedule(Section section, ZoneId calendarZone, Map<LocalDate, List<OpenHours>> calendarDates) {
        section.knowing("hours", "time_zone", "holidays", "special_days", "valid_from", "valid_to");
        Map<DayOfWeek, List<OpenHours>> week = hours.week(section.required("hours"));
        Node ownZone = section.optional("time_zone");
        ZoneId zone = ownZone == null ? calendarZone : scalars.zone(ownZone);
        Map<LocalDate, List<OpenHours>> dates = dates(section, calendarDates);
        LocalDate from = scalars.date(section.optional("valid_from"));
        LocalDate to = scalars.date(section.optional("valid_to"));
        if (from != null && to != null && !from.isBefore(to)) {
            problems.at(section.optional("valid_to"), "valid_to is the first day no longer in force, after valid_from");
            return null;
        }
        return zone == null || week.isEmpty()
                ? null
                : new Schedule(
                        zone, week, dates, from == null ? Schedule.ALWAYS : from, to == null ? Schedule.FOREVER : to);
    }

    private Map<LocalDate, List<OpenHours>> dates(Section section, Map<LocalDate, List<OpenHours>> outer) {
        Map<LocalDate, List<OpenHours>> dates = new HashMap<>(outer);
        for (Node holiday : section.list("holidays")) {
            LocalDate date = scalars.date(holiday);
            if (date != null) {
                dates.put(date, List.of());
            }
        }
        Node special = section.optional("special_days");
        if (special != null) {
            Section days = new Section(special, "special_days", problems);
            for (String name : days.names()) {
                LocalDate date = scalars.date(days.keyNode(name));
                Node value = days.required(name);
                if (date != null && value != null) {
                    dates.put(date, hours.date(value));
                }
            }
        }
        return dates;
    }
}
