package io.deskpulse.ops.shops;

import java.time.ZoneId;
import java.time.ZoneOffset;

/** Names of time zones: ClickHouse knows the IANA names that Java knows, and writes a fixed offset in its own way. */
final class ClickHouseZone {
    private static final String FIXED = "Fixed/UTC";

    private ClickHouseZone() {}

    /** What ClickHouse calls a zone: {@code Asia/Shanghai}, {@code Fixed/UTC+08:00:00}. */
    static String nameOf(ZoneId zone) {
        if (!(zone instanceof ZoneOffset offset)) {
            return zone.getId();
        }
        int seconds = Math.abs(offset.getTotalSeconds());
        return String.format(
                "%s%s%02d:%02d:%02d",
                FIXED, offset.getTotalSeconds() < 0 ? "-" : "+", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }

    /**
     * The zone that ClickHouse calls so.
     *
     * @throws java.time.DateTimeException when Java knows no such zone
     */
    static ZoneId of(String name) {
        return ZoneId.of(name.startsWith(FIXED) ? name.substring(FIXED.length()) : name);
    }
}
