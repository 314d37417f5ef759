package io.deskpulse.ops.forecasts;

import io.deskpulse.metrics.planning.Demand;
import io.deskpulse.metrics.planning.Gap;
import io.deskpulse.metrics.planning.Need;
import io.deskpulse.metrics.queueing.GainCurve;
import io.deskpulse.metrics.queueing.ServiceLevel;
import io.deskpulse.metrics.staffing.Requirement;
import io.deskpulse.metrics.staffing.Shrinkage;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.forecasts.ForecastRow.Label;
import io.deskpulse.ops.forecasts.ForecastRow.Series;
import io.deskpulse.ops.forecasts.ForecastRow.Volume;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** The forecasts of a server. */
public final class ForecastStore {
    private static final String COLUMNS = "shop, channel, toUnixTimestamp64Milli(starts_at), interval_min,"
            + " toUnixTimestamp64Milli(known_at), mean, p025, p10, p25, p50, p75, p90, p975, p95, toString(override),"
            + " event_id, model, confidence, young, aht_s, arrayStringConcat(aht_curve, ' '), toString(patience_s),"
            + " target_ratio, target_s, max_occupancy, sl_definition, load_erl, concurrency, queue, agents_p50, agents_p75,"
            + " planned_shrinkage, unplanned_shrinkage, agents_gross, occupancy, service_level,"
            + " backlog, idle_s, deferred_s, deferred_late_s";

    private final ClickHouseSql clickHouse;

    /** The forecasts of a server. */
    public ForecastStore(ClickHouseSql clickHouse) {
        this.clickHouse = clickHouse;
    }

    /**
     * What is asked for; texts, empty when not given.
     *
     * @param shop id
     * @param channel all when empty
     * @param from first day of the shop, or instant
     * @param to last day of the shop, or instant that is no more in it
     * @param minutes length of the stored intervals
     * @param madeAt moment as of which; now when empty
     */
    public record Question(String shop, String channel, String from, String to, int minutes, String madeAt) {}

    /**
     * The intervals asked for, by channel and time.
     *
     * @throws UserError when the shop has no forecast
     */
    public List<ForecastRow> pull(Question question, ZoneId zone) {
        List<ForecastRow> rows = clickHouse.query(
                "SELECT " + COLUMNS + " FROM deskpulse.forecast_pull(shop = " + text(question.shop()) + ", channel = "
                        + text(question.channel()) + ", since = " + text(question.from()) + ", until = "
                        + text(question.to()) + ", minutes = '" + question.minutes() + "', at = "
                        + text(question.madeAt()) + ") ORDER BY channel, starts_at",
                row -> read(row, zone));
        if (rows.isEmpty()) {
            throw new UserError(why(question));
        }
        return rows;
    }

    private String why(Question question) {
        List<String> runs = clickHouse.query(
                "SELECT DISTINCT channel || ', ' || toString(interval_min) || ' minutes, made at ' || toString(made_at) ||"
                        + " ' UTC' FROM deskpulse.forecast_slots WHERE shop_id = ? ORDER BY made_at DESC LIMIT 3",
                row -> row.getString(1),
                question.shop());
        return runs.isEmpty()
                ? "Shop " + question.shop() + " has no forecast: insufficient history, or none was made yet; deskpulse"
                        + " staffing run makes one of every shop that has a whole day of contacts."
                : "There is no such forecast of shop " + question.shop() + ". The latest are: "
                        + String.join("; ", runs) + ".";
    }

    private static ForecastRow read(ResultSet row, ZoneId zone) throws SQLException {
        double[] quantiles = new double[7];
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = row.getDouble(7 + i);
        }
        Volume volume = new Volume(row.getDouble(6), quantiles, row.getDouble(14), number(row.getString(15)));
        Shrinkage shrinkage = new Shrinkage(row.getDouble(32), row.getDouble(33));
        List<Double> curve = Arrays.stream(row.getString(21).split(" "))
                .filter(text -> !text.isEmpty())
                .map(Double::valueOf)
                .toList();
        double handle = row.getDouble(20);
        Volume planned = volume.mean() > 0 ? volume.times(volume.planned() / volume.mean()) : volume;
        return new ForecastRow(
                new Series(row.getString(1), row.getString(2), zone),
                Instant.ofEpochMilli(row.getLong(3)),
                row.getInt(4),
                Instant.ofEpochMilli(row.getLong(5)),
                volume,
                new Label(row.getString(16), row.getString(17), row.getInt(18), row.getBoolean(19)),
                new Demand(
                        volume.planned(),
                        planned.quantiles(),
                        handle,
                        new GainCurve(curve.isEmpty() ? List.of(handle) : curve),
                        number(row.getString(22)),
                        shrinkage),
                new Requirement(definition(row.getString(26)), row.getDouble(23), row.getDouble(24), row.getDouble(25)),
                new Need(
                        row.getDouble(27),
                        row.getDouble(28),
                        Need.Queue.valueOf(row.getString(29)),
                        row.getInt(30),
                        row.getInt(31),
                        shrinkage,
                        row.getDouble(34),
                        row.getDouble(35),
                        row.getDouble(36),
                        row.getDouble(37)),
                new Gap(row.getDouble(38), row.getDouble(39), row.getDouble(40)));
    }

    private static ServiceLevel definition(String code) {
        return Arrays.stream(ServiceLevel.values())
                .filter(level -> level.code().equals(code))
                .findFirst()
                .orElse(ServiceLevel.DEFAULT);
    }

    private static double number(String text) {
        return text == null || text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    private static String text(String text) {
        return ClickHouseHttp.literal(text == null ? "" : text);
    }
}
