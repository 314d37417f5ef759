package io.deskpulse.streaming.calendars;

import io.deskpulse.metrics.calendar.OpenHours;
import io.deskpulse.streaming.yaml.YamlSection;
import io.deskpulse.streaming.yaml.YamlValue;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opening hours: {@code mon-fri: ["09:00-12:00", "13:00-18:00"]}.
 *
 * <p>Hours that end before they begin ({@code 22:00-06:00}) go on after midnight, on the next weekday.
 */
final class HoursSettings {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern RANGE = Pattern.compile("(\\d\\d):(\\d\\d)\\s*-\\s*(\\d\\d):(\\d\\d)");

    private HoursSettings() {}

    /** The hours of a week; none when the value is absent. */
    static Map<DayOfWeek, List<OpenHours>> week(YamlValue value) {
        Map<DayOfWeek, List<OpenHours>> week = new EnumMap<>(DayOfWeek.class);
        if (value.isAbsent()) {
            return week;
        }
        YamlSection section = value.section("hours");
        Map<DayOfWeek, YamlValue> places = new EnumMap<>(DayOfWeek.class);
        for (String name : section.names()) {
            for (DayOfWeek day : days(name, section.key(name))) {
                places.put(day, section.key(name));
                for (YamlValue range : section.optional(name).elements()) {
                    addTo(week, day, range);
                }
            }
        }
        week.replaceAll((day, hours) ->
                inOrder(hours, places.getOrDefault(day, value), day.name().toLowerCase(Locale.ROOT)));
        if (week.isEmpty()) {
            value.problem("expected hours on at least one weekday, for example mon-fri: [\"09:00-18:00\"]");
        }
        return week;
    }

    /** The hours of one date; those may not go on after midnight. */
    static List<OpenHours> date(YamlValue value) {
        List<OpenHours> hours = new ArrayList<>();
        for (YamlValue range : value.elements()) {
            int[] seconds = seconds(range);
            if (seconds != null && seconds[0] >= seconds[1]) {
                range.problem("hours of a single date must end after they begin, by 24:00");
            } else if (seconds != null) {
                hours.add(new OpenHours(seconds[0], seconds[1]));
            }
        }
        return inOrder(hours, value, "the date");
    }

    private static void addTo(Map<DayOfWeek, List<OpenHours>> week, DayOfWeek day, YamlValue range) {
        int[] seconds = seconds(range);
        if (seconds == null) {
            return;
        }
        List<OpenHours> today = week.computeIfAbsent(day, d -> new ArrayList<>());
        if (seconds[0] < seconds[1]) {
            today.add(new OpenHours(seconds[0], seconds[1]));
            return;
        }
        today.add(new OpenHours(seconds[0], OpenHours.DAY_SECONDS));
        if (seconds[1] > 0) {
            week.computeIfAbsent(day.plus(1), d -> new ArrayList<>()).add(new OpenHours(0, seconds[1]));
        }
    }

    private static List<DayOfWeek> days(String name, YamlValue key) {
        String[] ends = name.equals("daily") ? new String[] {"mon", "sun"} : name.split("-", -1);
        int from = DAYS.indexOf(ends[0].strip());
        int to = DAYS.indexOf(ends[ends.length - 1].strip());
        if (from < 0 || to < 0 || ends.length > 2) {
            key.problem("expected a weekday (mon ... sun), a range such as mon-fri, or daily, got " + name);
            return List.of();
        }
        List<DayOfWeek> days = new ArrayList<>();
        for (DayOfWeek day = DayOfWeek.of(from + 1); ; day = day.plus(1)) {
            days.add(day);
            if (day == DayOfWeek.of(to + 1)) {
                return days;
            }
        }
    }

    private static int[] seconds(YamlValue value) {
        return value.read("hours such as \"09:00-18:00\", from 00:00 to 24:00", text -> {
            Matcher range = RANGE.matcher(text);
            if (!range.matches()) {
                return null;
            }
            int from = second(range.group(1), range.group(2));
            int to = second(range.group(3), range.group(4));
            boolean fits = from >= 0 && from < OpenHours.DAY_SECONDS && to >= 0 && from != to;
            return fits ? new int[] {from, to} : null;
        });
    }

    private static int second(String hour, String minute) {
        int second = Integer.parseInt(hour) * 3600 + Integer.parseInt(minute) * 60;
        return second <= OpenHours.DAY_SECONDS && Integer.parseInt(minute) < 60 ? second : -1;
    }

    private static List<OpenHours> inOrder(List<OpenHours> hours, YamlValue place, String day) {
        List<OpenHours> ordered = new ArrayList<>(hours);
        ordered.sort(Comparator.comparingInt(OpenHours::fromSecond));
        for (int i = 1; i < ordered.size(); i++) {
            if (ordered.get(i).fromSecond() < ordered.get(i - 1).toSecond()) {
                place.problem("hours of " + day + " overlap");
            }
        }
        return ordered;
    }
}
