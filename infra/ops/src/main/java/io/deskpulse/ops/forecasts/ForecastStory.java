package io.deskpulse.ops.forecasts;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.clickhouse.ClickHouseTime;
import io.deskpulse.ops.tables.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Why a forecast is what it is: the factors that multiply to its mean, and the days that taught each. */
public final class ForecastStory {
    private final ClickHouseSql clickHouse;

    /** The stories of a server. */
    public ForecastStory(ClickHouseSql clickHouse) {
        this.clickHouse = clickHouse;
    }

    /**
     * The story of the interval that an instant lies in, by the latest forecast made by a moment.
     *
     * @throws UserError when there is none
     */
    public String of(ForecastRow.Series series, Instant at, Instant known) {
        String sql = "SELECT toString(made_at), mean, factor_level, factor_weekday, factor_calendar, factor_events,"
                + " factor_others, factor_intraday, factor_share, arrayStringConcat(events.phase, '\\n'),"
                + " arrayStringConcat(arrayMap(factor -> toString(factor), events.factor), '\\n'),"
                + " arrayStringConcat(events.learned_from, '\\n'), confidence, young, model, toString(origin), p10, p90,"
                + " toString(same_slot_mean), toString(override) FROM deskpulse.forecasts WHERE shop_id = ? AND channel = ?"
                + " AND interval_start <= toDateTime64(?, 3, 'UTC') AND interval_start + toIntervalMinute(interval_min) >"
                + " toDateTime64(?, 3, 'UTC') AND made_at <= toDateTime64(?, 3, 'UTC') ORDER BY made_at DESC, interval_min DESC"
                + " LIMIT 1";
        String instant = ClickHouseTime.text(at);
        return clickHouse
                .query(
                        sql,
                        ForecastStory::text,
                        series.shop(),
                        series.channel(),
                        instant,
                        instant,
                        ClickHouseTime.text(known))
                .stream()
                .findFirst()
                .orElseThrow(() -> new UserError("There is no forecast of shop " + series.shop() + ", channel "
                        + series.channel() + ", for " + at.atZone(series.zone()).toOffsetDateTime()
                        + "; deskpulse forecast --shop " + series.shop() + " shows what there is."));
    }

    private static String text(ResultSet row) throws SQLException {
        List<List<String>> lines = new ArrayList<>();
        double product = row.getDouble(3);
        lines.add(List.of("level", number(product), number(product), "contacts of an average day"));
        String[] names = {"weekday", "calendar"};
        String[] whys = {"the weekday", "closed days beside it, the place in the month"};
        for (int i = 0; i < names.length; i++) {
            product *= row.getDouble(4 + i);
            lines.add(List.of(names[i], "× " + number(row.getDouble(4 + i)), number(product), whys[i]));
        }
        product = events(row, lines, product);
        String[] lastNames = {"other methods", "today so far", "share of the day"};
        String[] lastWhys = {
            "the blend of all methods against the first", "what has come of the day when it was made", "the hour"
        };
        for (int i = 0; i < lastNames.length; i++) {
            product *= row.getDouble(7 + i);
            lines.add(List.of(lastNames[i], "× " + number(row.getDouble(7 + i)), number(product), lastWhys[i]));
        }
        String overruled =
                row.getString(20) == null ? "" : " Somebody expects " + number(row.getString(20)) + " instead.";
        String usual = row.getString(19) == null
                ? ""
                : " The same slot of the last 8 weeks had " + number(row.getString(19)) + ".";
        return new Table(List.of("factor", "value>", "so far>", "what it is"), lines).text()
                + String.format(
                        Locale.ROOT,
                        "\n%s contacts expected, between %s and %s in 8 of 10 such cases; made at %s UTC from days up to %s (%s), on %d"
                                + " comparable days%s.%s%s%n",
                        number(row.getDouble(2)),
                        number(row.getDouble(17)),
                        number(row.getDouble(18)),
                        row.getString(1).substring(0, 16),
                        row.getString(16),
                        row.getString(15).toLowerCase(Locale.ROOT),
                        row.getInt(13),
                        row.getBoolean(14) ? ", less than four weeks of history" : "",
                        usual,
                        overruled);
    }

    private static double events(ResultSet row, List<List<String>> lines, double before) throws SQLException {
        double product = before;
        if (!row.getString(10).isEmpty()) {
            String[] phases = row.getString(10).split("\n", -1);
            String[] factors = row.getString(11).split("\n", -1);
            String[] taught = row.getString(12).split("\n", -1);
            for (int i = 0; i < phases.length; i++) {
                double factor = Double.parseDouble(factors[i]);
                product *= factor;
                String from = taught[i].isEmpty()
                        ? "learned from other shops, or not at all yet: no such day of this shop is known"
                        : "learned from " + taught[i].replace(" ", ", ");
                lines.add(List.of("event " + phases[i], "× " + number(factor), number(product), from));
            }
        }
        return product;
    }

    private static String number(String text) {
        return number(Double.parseDouble(text));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.4f" : "%.1f", value);
    }
}
