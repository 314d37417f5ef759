package io.deskpulse.ops.forecasts;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.clickhouse.ClickHouseTime;
import io.deskpulse.ops.tables.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What people expect instead of forecasts, and whose number was better. */
public final class OverrideStore {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final String COPIED =
            "shop_id, override_id, channel, from_at, to_at, kind, amount, means, reason, made_by," + " made_at";

    private final ClickHouseSql clickHouse;

    /** The overrides of a server. */
    public OverrideStore(ClickHouseSql clickHouse) {
        this.clickHouse = clickHouse;
    }

    /**
     * A range of time.
     *
     * @param from its start, on a quarter of an hour
     * @param to its end, exclusive
     */
    public record Range(Instant from, Instant to) {
        /** Checks the order and the grid. */
        public Range {
            if (!from.isBefore(to)) {
                throw new UserError("--to must be later than --from.");
            }
            if (from.getEpochSecond() % QUARTER.toSeconds() != 0 || to.getEpochSecond() % QUARTER.toSeconds() != 0) {
                throw new UserError("--from and --to must be on a quarter of an hour.");
            }
        }
    }

    /** Multiplies the forecasts of a range; returns the override's name. */
    public String addFactor(ForecastRow.Series series, Range range, double factor, Said said) {
        return add(series, range, "FACTOR", factor, List.of(), said);
    }

    /**
     * Puts so many contacts in place of the forecast of a range, spread as the forecast is now; returns the override's name.
     *
     * @param rows the forecast of the range, without gaps
     */
    public String addValue(ForecastRow.Series series, Range range, double contacts, List<ForecastRow> rows, Said said) {
        List<ForecastRow> quarters = Regrid.to(15, rows);
        double sum = quarters.stream().mapToDouble(row -> row.volume().mean()).sum();
        List<Double> means = new ArrayList<>();
        for (Instant at = range.from; at.isBefore(range.to); at = at.plus(QUARTER)) {
            Instant start = at;
            double mean = quarters.stream()
                    .filter(row -> row.start().equals(start))
                    .mapToDouble(row -> row.volume().mean())
                    .findFirst()
                    .orElseThrow(() -> new UserError("There is no forecast for " + start
                            + " by which the contacts could be spread; make one first, or choose a shorter range."));
            means.add(
                    sum > 0
                            ? contacts * mean / sum
                            : contacts
                                    * QUARTER.toSeconds()
                                    / Duration.between(range.from, range.to).toSeconds());
        }
        return add(series, range, "VALUE", contacts, means, said);
    }

    private String add(
            ForecastRow.Series series, Range range, String kind, double amount, List<Double> means, Said said) {
        if (!(amount >= 0) || Double.isInfinite(amount)) {
            throw new UserError("--factor and --value must be 0 or more, got " + amount + ".");
        }
        String name = Said.newName();
        clickHouse.update(
                "INSERT INTO deskpulse.forecast_override_log (" + COPIED
                        + ", version) SETTINGS async_insert = 0 SELECT ?, ?, ?,"
                        + " toDateTime64(?, 3, 'UTC'), toDateTime64(?, 3, 'UTC'), ?, ?, " + means + ", ?, ?,"
                        + " toDateTime64(?, 3, 'UTC'), 1",
                series.shop(),
                name,
                series.channel(),
                ClickHouseTime.text(range.from),
                ClickHouseTime.text(range.to),
                kind,
                amount,
                said.reason(),
                said.by(),
                ClickHouseTime.text(said.at()));
        return name;
    }

    /**
     * Ends an override; it stays on record, and is judged by what came until then.
     *
     * @throws UserError when there is none that holds
     */
    public void remove(String name, String by, Instant at) {
        List<String> found = clickHouse.query(
                "SELECT override_id FROM deskpulse.forecast_overrides WHERE override_id = ? AND removed_at IS NULL",
                row -> row.getString(1),
                name);
        if (found.isEmpty()) {
            throw new UserError("No override " + name + " holds; deskpulse forecast override list names them.");
        }
        clickHouse.update(
                "INSERT INTO deskpulse.forecast_override_log (" + COPIED + ", version, removed_by, removed_at) SETTINGS"
                        + " async_insert = 0 SELECT " + COPIED + ", 2, ?, toDateTime64(?, 3, 'UTC') FROM"
                        + " deskpulse.forecast_override_log FINAL WHERE override_id = ?",
                by,
                ClickHouseTime.text(at),
                name);
    }

    /** A line for each override of a shop, the latest first, with whose number was better. */
    public Table list(String shop) {
        return new Table(
                List.of(
                        "override",
                        "channel",
                        "from (UTC)",
                        "to (UTC)",
                        "what",
                        "by",
                        "made at (UTC)",
                        "why",
                        "state",
                        "forecast off>",
                        "override off>",
                        "better"),
                clickHouse.query(
                        "SELECT said.override_id, said.channel, toString(from_at), toString(to_at), said.kind, said.amount,"
                                + " said.made_by, toString(said.made_at), said.reason, isNull(removed_at), judged.slots,"
                                + " toString(model_wape), toString(override_wape), judged.better FROM"
                                + " deskpulse.forecast_overrides AS said LEFT JOIN deskpulse.override_accuracy AS judged"
                                + " ON said.shop_id = judged.shop_id AND said.override_id = judged.override_id"
                                + " WHERE said.shop_id = ? ORDER BY said.made_at DESC",
                        row -> List.of(
                                row.getString(1),
                                row.getString(2),
                                minutes(row.getString(3)),
                                minutes(row.getString(4)),
                                (row.getString(5).equals("FACTOR") ? "× " : "") + row.getString(6),
                                row.getString(7),
                                minutes(row.getString(8)),
                                row.getString(9),
                                row.getBoolean(10) ? "holds" : "removed",
                                percent(row.getString(12)),
                                percent(row.getString(13)),
                                row.getInt(11) == 0 ? "" : row.getString(14).toLowerCase(Locale.ROOT)),
                        shop));
    }

    private static String minutes(String time) {
        return time.substring(0, 16);
    }

    private static String percent(String ratio) {
        return ratio == null || ratio.isEmpty()
                ? ""
                : String.format(Locale.ROOT, "%.1f %%", 100 * Double.parseDouble(ratio));
    }
}
