package io.deskpulse.ops.shops;

import io.deskpulse.streaming.shops.OpenStretch;
import io.deskpulse.streaming.shops.ShopHours;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Opening hours as ClickHouse writes them, and as people read them. */
final class HoursText {
    private static final Pattern STRETCH =
            Pattern.compile("\\('(\\d{4}-\\d\\d-\\d\\d)','(\\d{4}-\\d\\d-\\d\\d)',(\\d),(\\d+),(\\d+)\\)");
    private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private HoursText() {}

    /** The value of the column, as {@code toString} of it is written. */
    static String literal(ShopHours hours) {
        return hours.stretches().stream()
                .map(stretch -> String.format(
                        Locale.ROOT,
                        "('%s','%s',%d,%d,%d)",
                        stretch.fromDay(),
                        stretch.toDay(),
                        stretch.weekday(),
                        stretch.fromSecond(),
                        stretch.toSecond()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** The hours that such a text tells. */
    static ShopHours parse(String literal) {
        List<OpenStretch> stretches = new ArrayList<>();
        for (Matcher stretch = STRETCH.matcher(literal); stretch.find(); ) {
            stretches.add(new OpenStretch(
                    LocalDate.parse(stretch.group(1)),
                    LocalDate.parse(stretch.group(2)),
                    Integer.parseInt(stretch.group(3)),
                    Integer.parseInt(stretch.group(4)),
                    Integer.parseInt(stretch.group(5))));
        }
        return new ShopHours(stretches);
    }

    /** In words, of the weekdays that hold on a day: {@code mon-fri 09:00-12:00 13:00-18:00, sat 10:00-14:00}; never when none does. */
    static String words(ShopHours hours, LocalDate day) {
        TreeMap<Integer, String> byWeekday = new TreeMap<>();
        for (OpenStretch stretch : hours.stretches()) {
            if (stretch.weekday() != OpenStretch.ONE_DATE
                    && !day.isBefore(stretch.fromDay())
                    && day.isBefore(stretch.toDay())) {
                byWeekday.merge(
                        stretch.weekday(),
                        clock(stretch.fromSecond()) + "-" + clock(stretch.toSecond()),
                        (one, next) -> one + " " + next);
            }
        }
        List<String> runs = new ArrayList<>();
        for (int first = 1; first <= WEEKDAYS.size(); first++) {
            String open = byWeekday.get(first);
            int last = first;
            while (open != null && open.equals(byWeekday.get(last + 1))) {
                last++;
            }
            if (open != null) {
                runs.add(days(first, last) + " " + open);
            }
            first = last;
        }
        return runs.isEmpty() ? "never" : String.join(", ", runs);
    }

    private static String days(int first, int last) {
        if (first == 1 && last == WEEKDAYS.size()) {
            return "daily";
        }
        return WEEKDAYS.get(first - 1) + (first == last ? "" : "-" + WEEKDAYS.get(last - 1));
    }

    private static String clock(int second) {
        return String.format(Locale.ROOT, "%02d:%02d", second / 3_600, second / 60 % 60);
    }
}
