package io.deskpulse.streaming.settings;

import io.deskpulse.metrics.calendar.OpenHours;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Opening hours: {@code mon-fri: ["09:00-12:00", "13:00-18:00"]}.
 *
 * <p>Hours that end before they begin ({@code 22:00-06:00}) go on after midnight, on the next weekday.
 */
final class HoursSettings {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern RANGE = Pattern.compile("(\\d\\d):(\\d\\d)\\s*-\\s*(\\d\\d):(\\d\\d)");

    private final Problems problems;
    private final Scalars scalars;

    HoursSettings(Problems problems) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    Map<DayOfWeek, List<OpenHours>> week(Node node) {
        Map<DayOfWeek, List<OpenHours>> week = new EnumMap<>(DayOfWeek.class);
        if (node == null) {
            return week;
        }
        Section section = new Section(node, "hours", problems);
        Map<DayOfWeek, Node> places = new EnumMap<>(DayOfWeek.class);
        for (String name : section.names()) {
            for (DayOfWeek day : days(name, section.keyNode(name))) {
                places.put(day, section.keyNode(name));
                for (Node range : section.list(name)) {
                    addTo(week, day, range);
                }
            }
        }
        week.replaceAll((day, hours) ->
                inOrder(hours, places.getOrDefault(day, node), day.name().toLowerCase(Locale.ROOT)));
        if (week.isEmpty()) {
            problems.at(node, "expected hours on at least one weekday, for example mon-fri: [\"09:00-18:00\"]");
        }
        return week;
    }

    /** The hours of one date; those may not go on after midnight. */
    List<OpenHours> date(Node node) {
        List<OpenHours> hours = new ArrayList<>();
        for (Node range : Section.elements(node)) {
            int[] seconds = seconds(range);
            if (seconds != null && seconds[0] >= seconds[1]) {
                problems.at(range, "hours of a single date must end after they begin, by 24:00");
            } else if (seconds != null) {
                hours.add(new OpenHours(seconds[0], seconds[1]));
            }
        }
        return inOrder(hours, node, "the date");
    }

    private void addTo(Map<DayOfWeek, List<OpenHours>> week, DayOfWeek day, Node range) {
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

    private List<DayOfWeek> days(String name, Node key) {
        String[] ends = name.equals("daily") ? new String[] {"mon", "sun"} : name.split("-", -1);
        int from = DAYS.indexOf(ends[0].strip());
        int to = DAYS.indexOf(ends[ends.length - 1].strip());
        if (from < 0 || to < 0 || ends.length > 2) {
            problems.at(key, "expected a weekday (mon ... sun), a range such as mon-fri, or daily, got " + name);
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

    private int[] seconds(Node node) {
        String text = scalars.text(node);
        if (text == null) {
            return null;
        }
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            int from = second(range.group(1), range.group(2));
            int to = second(range.group(3), range.group(4));
            if (from >= 0 && from < OpenHours.DAY_SECONDS && to >= 0 && from != to) {
                return new int[] {from, to};
            }
        }
        problems.at(node, "expected hours such as \"09:00-18:00\", from 00:00 to 24:00, got " + text);
        return null;
    }

    private static int second(String hour, String minute) {
        int second = Integer.parseInt(hour) * 3600 + Integer.parseInt(minute) * 60;
        return second <= OpenHours.DAY_SECONDS && Integer.parseInt(minute) < 60 ? second : -1;
    }

    private List<OpenHours> inOrder(List<OpenHours> hours, Node node, String day) {
        List<OpenHours> ordered = new ArrayList<>(hours);
        ordered.sort(Comparator.comparingInt(OpenHours::fromSecond));
        for (int i = 1; i < ordered.size(); i++) {
            if (ordered.get(i).fromSecond() < ordered.get(i - 1).toSecond()) {
                problems.at(node, "hours of " + day + " overlap");
            }
        }
        return ordered;
    }
}
