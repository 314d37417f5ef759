package io.deskpulse.ops.forecasts;

import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.forecasts.calendar.CalendarFile;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** The shifts that are planned for a shop, for a calendar. */
public final class ShiftCalendar {
    private final ClickHouseSql clickHouse;
    private final ZoneId zone;

    /** Shifts on a shop's clock. */
    public ShiftCalendar(ClickHouseSql clickHouse, ZoneId zone) {
        this.clickHouse = clickHouse;
        this.zone = zone;
    }

    /** An entry for each shift of the last and the next four weeks that facts tell of, in order. */
    public List<CalendarFile.Entry> of(String shop) {
        return clickHouse.query(
                "SELECT agent_id, toUnixTimestamp64Milli(from_at), toUnixTimestamp64Milli(assumeNotNull(until_at)),"
                        + " row_number() OVER (PARTITION BY agent_id, day ORDER BY from_at) FROM deskpulse.agent_intervals FINAL"
                        + " WHERE shop_id = ? AND kind = 'PLANNED' AND until_at > from_at AND day > (SELECT max(day) FROM"
                        + " deskpulse.agent_intervals WHERE shop_id = ?) - 56 ORDER BY from_at, agent_id",
                row -> {
                    LocalDateTime from = LocalDateTime.ofInstant(Instant.ofEpochMilli(row.getLong(2)), zone);
                    LocalDateTime to = LocalDateTime.ofInstant(Instant.ofEpochMilli(row.getLong(3)), zone);
                    String day = String.format(
                            Locale.ROOT, "%d%02d%02d", from.getYear(), from.getMonthValue(), from.getDayOfMonth());
                    String more = row.getInt(4) > 1 ? "-" + row.getInt(4) : "";
                    return new CalendarFile.Entry(
                            shop + "-" + row.getString(1) + "-" + day + more + "@deskpulse",
                            from,
                            to,
                            "Shift of " + row.getString(1),
                            0,
                            false);
                },
                shop,
                shop);
    }
}
