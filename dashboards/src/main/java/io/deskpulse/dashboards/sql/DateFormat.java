package io.deskpulse.dashboards.sql;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Grafana's {@code date:…} of a variable that holds milliseconds since 1970, in UTC. */
@FunctionalInterface
interface DateFormat extends UnaryOperator<String> {
    /** {@code ms}, {@code seconds}, {@code iso}, or a pattern as moment.js writes it, such as {@code YYYY-MM-DD}. */
    static DateFormat of(String argument) {
        return switch (argument) {
            case "ms" -> millis -> millis;
            case "seconds" -> millis -> Long.toString(Math.round(Long.parseLong(millis) / 1000.0));
            case "iso" -> pattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
            default -> pattern(argument.replace('Y', 'y').replace('D', 'd'));
        };
    }

    private static DateFormat pattern(String pattern) {
        DateTimeFormatter formatter =
                DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
        return millis -> formatter.format(Instant.ofEpochMilli(Long.parseLong(millis)));
    }
}
