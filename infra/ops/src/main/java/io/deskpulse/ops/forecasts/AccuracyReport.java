package io.deskpulse.ops.forecasts;

import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.tables.Table;
import java.util.List;
import java.util.Locale;

/** How good the forecasts of a shop were, by lead, beside the mean of the last 8 weeks and beside chance. */
public final class AccuracyReport {
    private final ClickHouseSql clickHouse;

    /** The accuracy of a server's forecasts. */
    public AccuracyReport(ClickHouseSql clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** A line for each channel, size and lead. */
    public Table of(String shop, int days) {
        return new Table(
                List.of(
                        "channel",
                        "size",
                        "lead",
                        "intervals>",
                        "contacts>",
                        "WAPE>",
                        "8 weeks>",
                        "floor>",
                        "by day>",
                        "bias>",
                        "in 80 %>",
                        "in 95 %>"),
                clickHouse.query(
                        "SELECT channel, size, lead_days, sum(slots) AS n, sum(contacts) AS y, sum(absolute_error) / y,"
                                + " sum(same_slot_absolute_error) / sum(same_slot_contacts), sqrt(2 * n / (pi() * y)),"
                                + " sum(day_absolute_error) / y, sum(error) / y, sum(within80) / n, sum(within95) / n FROM"
                                + " deskpulse.forecast_accuracy WHERE (? = '' OR shop_id = ?) AND day > (SELECT max(day) FROM"
                                + " deskpulse.forecast_accuracy) - ? GROUP BY channel, size, lead_days HAVING y > 0 ORDER BY"
                                + " channel, size, lead_days",
                        row -> List.of(
                                row.getString(1),
                                row.getString(2),
                                row.getInt(3) == 0 ? "same day" : row.getInt(3) + "d",
                                row.getString(4),
                                String.format(Locale.ROOT, "%.0f", row.getDouble(5)),
                                percent(row.getDouble(6)),
                                percent(row.getDouble(7)),
                                percent(row.getDouble(8)),
                                percent(row.getDouble(9)),
                                percent(row.getDouble(10)),
                                percent(row.getDouble(11)),
                                percent(row.getDouble(12))),
                        shop,
                        shop,
                        days));
    }

    private static String percent(double ratio) {
        return Double.isNaN(ratio) || Double.isInfinite(ratio)
                ? ""
                : String.format(Locale.ROOT, "%.1f %%", 100 * ratio);
    }
}
