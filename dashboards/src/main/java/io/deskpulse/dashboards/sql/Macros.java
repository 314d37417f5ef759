package io.deskpulse.dashboards.sql;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The macros of Grafana's ClickHouse plugin 4 for one time range and interval. Comments are left as they are, macros
 * within arguments are expanded. The macros that make a whole statement ({@code $__columns}, {@code $__lttb} …), ad-hoc
 * filters and those that need more than the query's text are not supported.
 */
public final class Macros {
    private static final Pattern TOKEN = Pattern.compile("--[^\n]*|/\\*.*?\\*/|\\$(__\\w+)", Pattern.DOTALL);

    private final Instant from;
    private final Instant to;
    private final Duration interval;

    /** Macros for a range, both ends included, and the width of its buckets. */
    public Macros(Instant from, Instant to, Duration interval) {
        this.from = from;
        this.to = to;
        this.interval = interval;
    }

    /**
     * Expands every macro.
     *
     * @throws IllegalArgumentException when a macro is unknown or has the wrong number of arguments
     */
    public String expand(String sql) {
        StringBuilder text = new StringBuilder();
        Matcher token = TOKEN.matcher(sql);
        int done = 0;
        while (token.find(done)) {
            text.append(sql, done, token.start());
            done = token.end();
            if (token.group(1) == null) {
                text.append(token.group());
            } else if (takesArguments(token.group(1)) && done < sql.length() && sql.charAt(done) == '(') {
                ArgumentList arguments = ArgumentList.at(sql, done);
                done = arguments.end();
                text.append(call(
                        token.group(1),
                        arguments.values().stream()
                                .map(this::expand)
                                .map(String::strip)
                                .toList()));
            } else {
                text.append(call(token.group(1), List.of()));
            }
        }
        return text.append(sql.substring(done)).toString();
    }

    private static boolean takesArguments(String name) {
        return !name.matches("__(from|to)Time(_ms)?|__interval(_m?s)?");
    }

    private String call(String name, List<String> arguments) {
        return switch (name) {
            case "__fromTime" -> seconds(from);
            case "__toTime" -> seconds(to);
            case "__fromTime_ms" -> millis(from);
            case "__toTime_ms" -> millis(to);
            case "__interval" -> intervalText();
            case "__interval_s" -> Long.toString(intervalSeconds());
            case "__interval_ms" -> Long.toString(interval.toMillis());
            case "__timeFilter" -> between(only(name, arguments), seconds(from), seconds(to));
            case "__timeFilter_ms" -> between(only(name, arguments), millis(from), millis(to));
            case "__timeFrom" -> only(name, arguments) + " >= " + seconds(from);
            case "__timeTo" -> only(name, arguments) + " <= " + seconds(to);
            case "__dateFilter" -> between(only(name, arguments), date(from), date(to));
            case "__dateTimeFilter", "__dt" -> dateTimeFilter(name, arguments);
            case "__timeInterval" -> buckets(only(name, arguments), intervalSeconds());
            case "__timeInterval_ms" ->
                "toStartOfInterval(toDateTime64(" + only(name, arguments) + ", 3), INTERVAL "
                        + Math.max(interval.toMillis(), 1) + " millisecond)";
            case "__timeGroup" -> buckets(checked(name, arguments, 2).get(0), period(arguments.get(1)));
            default -> throw new IllegalArgumentException("unknown variable or macro $" + name);
        };
    }

    private String dateTimeFilter(String name, List<String> arguments) {
        List<String> columns = checked(name, arguments, 2);
        return "(" + between(columns.get(0), date(from), date(to)) + ") AND ("
                + between(columns.get(1), seconds(from), seconds(to)) + ")";
    }

    private static long period(String argument) {
        return GoDuration.parse(argument.replaceAll("['\"]", "")).toSeconds();
    }

    private static String only(String name, List<String> arguments) {
        return checked(name, arguments, 1).get(0);
    }

    private static List<String> checked(String name, List<String> arguments, int count) {
        if (arguments.size() != count || arguments.contains("")) {
            throw new IllegalArgumentException("$" + name + " needs " + count + " argument(s), got " + arguments);
        }
        return arguments;
    }

    private static String between(String column, String low, String high) {
        return column + " >= " + low + " AND " + column + " <= " + high;
    }

    private static String buckets(String column, long seconds) {
        return "toStartOfInterval(toDateTime(" + column + "), INTERVAL " + seconds + " second)";
    }

    private static String seconds(Instant instant) {
        return "toDateTime(" + instant.getEpochSecond() + ")";
    }

    private static String millis(Instant instant) {
        return "fromUnixTimestamp64Milli(" + instant.toEpochMilli() + ")";
    }

    private static String date(Instant instant) {
        return "toDate('" + instant.atZone(ZoneOffset.UTC).toLocalDate() + "')";
    }

    private long intervalSeconds() {
        return Math.max(interval.toSeconds(), 1);
    }

    // The panel puts the largest whole unit in place before the plugin sees it.
    private String intervalText() {
        if (interval.toDays() > 0) {
            return interval.toDays() + "d";
        }
        if (interval.toHours() > 0) {
            return interval.toHours() + "h";
        }
        if (interval.toMinutes() > 0) {
            return interval.toMinutes() + "m";
        }
        return interval.toSeconds() > 0 ? interval.toSeconds() + "s" : interval.toMillis() + "ms";
    }
}
