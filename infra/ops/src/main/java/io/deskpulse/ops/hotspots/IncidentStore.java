package io.deskpulse.ops.hotspots;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.clickhouse.ClickHouseTime;
import io.deskpulse.ops.hotspots.Incident.Cell;
import io.deskpulse.ops.hotspots.Incident.Counts;
import io.deskpulse.ops.hotspots.Incident.Times;
import io.deskpulse.ops.hotspots.Incident.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The incidents of a server, and what people said of them. */
public final class IncidentStore {
    private static final String INCIDENTS =
            "SELECT shop_id, id, incident_id, reason, dimension, value, kind, state, alarms,"
                    + " toUnixTimestamp64Milli(first_seen_at), toUnixTimestamp64Milli(opened_at),"
                    + " toUnixTimestamp64Milli(updated_at), toString(toUnixTimestamp64Milli(ended_at)), observed, buyers,"
                    + " expected, ratio, ratio_low, ratio_high, score, threshold, window, evidence, campaign,"
                    + " arrayStringConcat(event_ids, '\\n'), learning, verdict, verdict_reason, verdict_by,"
                    + " toString(toUnixTimestamp64Milli(verdict_at)) FROM deskpulse.hotspot_incidents ";
    private static final int NAMED = 5;
    private static final int DAYS = 7;

    private final ClickHouseSql clickHouse;

    /** The incidents of a server. */
    public IncidentStore(ClickHouseSql clickHouse) {
        this.clickHouse = clickHouse;
    }

    /**
     * Incidents, the latest first.
     *
     * @param shop null for all shops
     * @param since those that were open at some time since then
     * @param openOnly whether those that have ended are left out
     */
    public List<Incident> list(String shop, Instant since, boolean openOnly) {
        return clickHouse.query(
                INCIDENTS + "WHERE (? = '' OR shop_id = ?) AND (state = 'OPEN' OR (? = 0 AND ended_at >= ?))"
                        + " ORDER BY opened_at DESC, shop_id, id",
                IncidentStore::read,
                shop == null ? "" : shop,
                shop == null ? "" : shop,
                openOnly ? 1 : 0,
                ClickHouseTime.text(since));
    }

    /**
     * The incident of a short name, or of the first letters of one; of one that has merged into another, that other.
     *
     * @throws UserError when there is none or several, naming some
     */
    public Incident find(String id) {
        List<Incident> found = where("startsWith(id, ?)", id);
        if (found.isEmpty()) {
            found = where(
                    "(shop_id, incident_id) IN (SELECT shop_id, incident_id FROM deskpulse.hotspots WHERE startsWith(founded_id, ?))",
                    id);
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            List<String> some = clickHouse.query(
                    "SELECT id FROM deskpulse.hotspot_incidents ORDER BY opened_at DESC LIMIT " + NAMED,
                    row -> row.getString(1));
            throw new UserError("There is no incident " + id + ". "
                    + (some.isEmpty() ? "There is none yet." : "The latest are: " + String.join(", ", some) + "."));
        }
        throw new UserError("Several incidents begin with " + id + ": "
                + String.join(
                        ", ", found.stream().limit(NAMED).map(Incident::id).toList())
                + (found.size() > NAMED ? ", …" : "") + ".");
    }

    /** What stands behind an incident. */
    public CellHistory history(Incident incident) {
        return new CellHistory(
                clickHouse.query(
                        "SELECT toString(day), exposures, observed, expected FROM deskpulse.hotspot_days WHERE shop_id = ?"
                                + " AND reason = ? AND dimension = ? AND value = ? AND day <= toDate(?) ORDER BY day DESC LIMIT "
                                + DAYS,
                        row -> new CellHistory.Day(
                                LocalDate.parse(row.getString(1)), row.getDouble(2), row.getInt(3), row.getDouble(4)),
                        incident.shop(),
                        incident.reason(),
                        incident.head().dimension(),
                        incident.head().value(),
                        ClickHouseTime.text(incident.times().updatedAt()).substring(0, 10)),
                clickHouse.query(
                        "SELECT dimension, value, state, toUnixTimestamp64Milli(opened_at) AS opened, observed, expected, ratio"
                                + " FROM deskpulse.hotspots WHERE shop_id = ? AND incident_id = ? ORDER BY opened, dimension, value",
                        row -> new CellHistory.Alarm(
                                new Cell(row.getString(1), row.getString(2)),
                                row.getString(3).equals("OPEN"),
                                Instant.ofEpochMilli(row.getLong(4)),
                                row.getInt(5),
                                row.getDouble(6),
                                row.getDouble(7)),
                        incident.shop(),
                        incident.key()));
    }

    /** Stores what somebody said of an incident; what was said before stays, and the latest holds. */
    public void judge(Incident incident, Verdict verdict) {
        clickHouse.update(
                "INSERT INTO deskpulse.hotspot_verdicts (shop_id, incident_id, given_at, verdict, reason, given_by)"
                        + " SETTINGS async_insert = 0 VALUES (?, ?, ?, ?, ?, ?)",
                incident.shop(),
                incident.key(),
                ClickHouseTime.text(verdict.at()),
                verdict.word(),
                verdict.reason(),
                verdict.by());
    }

    /** How the incidents of a shop were judged, in a sentence: of so many in thirty days so many were confirmed. */
    public String record(String shop, Instant at) {
        return clickHouse
                .query(
                        "SELECT incidents, confirmed, dismissed, not_judged FROM deskpulse.hotspot_verdicts_at(at = '"
                                + ClickHouseTime.text(at) + "') WHERE shop_id = ?",
                        row -> "Of %d incidents of %s in 30 days %d were confirmed, %d dismissed, %d not judged."
                                .formatted(row.getInt(1), shop, row.getInt(2), row.getInt(3), row.getInt(4)),
                        shop)
                .stream()
                .findFirst()
                .orElse("No incident of " + shop + " in 30 days.");
    }

    private List<Incident> where(String condition, String id) {
        return clickHouse.query(
                INCIDENTS + "WHERE " + condition + " ORDER BY opened_at DESC LIMIT " + (NAMED + 1),
                IncidentStore::read,
                id);
    }

    private static Incident read(ResultSet row) throws SQLException {
        String events = row.getString(25);
        return new Incident(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                new Cell(row.getString(5), row.getString(6)),
                row.getString(7),
                row.getString(8).equals("OPEN"),
                row.getInt(9),
                new Times(
                        Instant.ofEpochMilli(row.getLong(10)),
                        Instant.ofEpochMilli(row.getLong(11)),
                        Instant.ofEpochMilli(row.getLong(12)),
                        ClickHouseTime.ofMillis(row.getString(13))),
                counts(row),
                row.getString(24),
                Stream.of(events.split("\n")).filter(event -> !event.isEmpty()).toList(),
                row.getBoolean(26),
                row.getString(27) == null
                        ? null
                        : new Verdict(
                                row.getString(27),
                                row.getString(28),
                                row.getString(29),
                                ClickHouseTime.ofMillis(row.getString(30))));
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getInt(14),
                row.getInt(15),
                row.getDouble(16),
                row.getDouble(17),
                row.getDouble(18),
                row.getDouble(19),
                row.getDouble(20),
                row.getDouble(21),
                row.getString(22),
                row.getDouble(23));
    }
}
