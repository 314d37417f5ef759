package io.deskpulse.ops.clickhouse;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as the tables and views have them, {@code DateTime64(3, 'UTC')}. */
public final class ClickHouseTime {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ClickHouseTime() {}

    /** The text of an instant in a query or a row. */
    public static String text(Instant instant) {
        return UTC.format(instant);
    }

    /** The instant of {@code toString(toUnixTimestamp64Milli(...))}; null for null. */
    public static Instant ofMillis(String millis) {
        return millis == null ? null : Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
