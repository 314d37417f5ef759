package io.deskpulse.digest.defects;

import io.deskpulse.metrics.privacy.TextRedaction;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.clickhouse.ClickHouseTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The items of a server's shops, and what people say of them. */
public final class DefectStore {
    private static final int NAMED = 5;
    private static final String ITEMS = """
            SELECT shop_id, id, sku_id, attribute, state, owner, toString(due_day), cases, buyers,
                toUnixTimestamp64Milli(first_seen_at), toUnixTimestamp64Milli(last_seen_at), days_open,
                toString(toUnixTimestamp64Milli(fixed_at)), note, said_by, toString(toUnixTimestamp64Milli(said_at))
            FROM deskpulse.defects_at(at = '%s')
            """;

    private final ClickHouseSql clickHouse;
    private final Instant now;

    /** The items of a server as of now. */
    public DefectStore(ClickHouseSql clickHouse, Instant now) {
        this.clickHouse = clickHouse;
        this.now = now;
    }

    /**
     * Items, those with most cases first.
     *
     * @param shop null for all shops
     * @param openOnly whether those that are mended or no defect are left out
     */
    public List<StoredDefect> list(String shop, boolean openOnly) {
        return clickHouse.query(
                items() + "WHERE (? = '' OR shop_id = ?) AND (? = 0 OR state NOT IN ('FIXED', 'NOT_A_DEFECT'))"
                        + " ORDER BY cases DESC, shop_id, sku_id, attribute",
                DefectStore::read,
                shop == null ? "" : shop,
                shop == null ? "" : shop,
                openOnly ? 1 : 0);
    }

    /**
     * The item of a short name, or of the first letters of one.
     *
     * @throws UserError when there is none or several, naming some
     */
    public StoredDefect find(String id) {
        List<StoredDefect> found = clickHouse.query(
                items() + "WHERE startsWith(id, ?) ORDER BY cases DESC, id LIMIT " + (NAMED + 1),
                DefectStore::read,
                id);
        if (found.size() == 1) {
            return found.get(0);
        }
        String some = String.join(
                ", ",
                (found.isEmpty() ? list(null, false) : found)
                        .stream().limit(NAMED).map(StoredDefect::id).toList());
        if (found.isEmpty()) {
            throw new UserError("There is no item " + id + ". "
                    + (some.isEmpty() ? "There is none yet." : "Those with most cases are: " + some + "."));
        }
        throw new UserError("Several items begin with " + id + ": " + some + (found.size() > NAMED ? ", …" : "") + ".");
    }

    /** Stores what somebody says of an item, without personal data; what was said before stays. */
    public void say(StoredDefect item, DefectWord said) {
        DefectWord word = said.redacted();
        clickHouse.update(
                "INSERT INTO deskpulse.defect_actions (shop_id, sku_id, attribute, acted_at, action, holds_from, owner, due_day,"
                        + " note, said_by) SETTINGS async_insert = 0 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                item.shop(),
                item.sku(),
                item.attribute(),
                ClickHouseTime.text(now),
                word.action().name(),
                ClickHouseTime.text(word.holdsFrom()),
                word.owner() == null ? "" : word.owner(),
                word.due() == null ? null : word.due().toString(),
                word.note(),
                word.by());
    }

    private String items() {
        return ITEMS.formatted(ClickHouseTime.text(now));
    }

    private static StoredDefect read(ResultSet row) throws SQLException {
        return new StoredDefect(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                TextRedaction.redactColleague(row.getString(6)),
                row.getString(7),
                row.getLong(8),
                row.getLong(9),
                Instant.ofEpochMilli(row.getLong(10)),
                Instant.ofEpochMilli(row.getLong(11)),
                row.getObject(12) == null ? null : row.getLong(12),
                ClickHouseTime.ofMillis(row.getString(13)),
                TextRedaction.redact(row.getString(14)),
                TextRedaction.redactColleague(row.getString(15)),
                ClickHouseTime.ofMillis(row.getString(16)));
    }
}
