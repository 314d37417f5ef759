package io.deskpulse.ops.forecasts;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.clickhouse.ClickHouseTime;
import io.deskpulse.ops.tables.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Days that teach forecasts nothing or something else than they show, and days that might be such. */
public final class TagStore {
    private static final String COPIED =
            "shop_id, tag_id, channel, tag, from_day, to_day, share, reason, made_by, made_at";

    /** Below, chance would be scaled up to noise. */
    private static final double LEAST_SHARE = 0.05;

    private static final double MOST_SHARE = 20;

    private final ClickHouseSql clickHouse;

    /** The tags of a server. */
    public TagStore(ClickHouseSql clickHouse) {
        this.clickHouse = clickHouse;
    }

    /**
     * What is added.
     *
     * @param shop id, empty for every shop
     * @param channel empty for all
     * @param tag OUTAGE, ROUTING, PROMOTION or TEST
     * @param from first day
     * @param to last day, not before the first
     * @param share part of the contacts that came, so that the days are scaled up; 0 leaves them out
     */
    public record NewTag(String shop, String channel, String tag, LocalDate from, LocalDate to, double share) {}

    /** Adds a tag; returns its short name. */
    public String add(NewTag tag, Said said) {
        if (tag.to().isBefore(tag.from())) {
            throw new UserError("--to must not be before --from.");
        }
        if (tag.share() != 0 && !(tag.share() >= LEAST_SHARE && tag.share() <= MOST_SHARE)) {
            throw new UserError("--share must be from " + LEAST_SHARE + " to " + MOST_SHARE
                    + ", such as 0.6 where four of ten contacts went elsewhere, got " + tag.share() + ".");
        }
        String name = Said.newName();
        clickHouse.update(
                "INSERT INTO deskpulse.forecast_tag_log (" + COPIED
                        + ", version) SETTINGS async_insert = 0 SELECT ?, ?, ?, ?,"
                        + " toDate(?), toDate(?), toFloat64(?), ?, ?, toDateTime64(?, 3, 'UTC'), 1",
                tag.shop(),
                name,
                tag.channel(),
                tag.tag(),
                tag.from().toString(),
                tag.to().toString(),
                Double.toString(tag.share()),
                said.reason(),
                said.by(),
                ClickHouseTime.text(said.at()));
        return name;
    }

    /**
     * Ends a tag: its days teach again.
     *
     * @throws UserError when there is none that holds
     */
    public void remove(String name, String by, Instant at) {
        if (clickHouse
                .query(
                        "SELECT 1 FROM deskpulse.forecast_tags WHERE tag_id = ? AND removed_at IS NULL",
                        row -> row.getInt(1),
                        name)
                .isEmpty()) {
            throw new UserError("No tag " + name + " holds; deskpulse forecast tag list names them.");
        }
        clickHouse.update(
                "INSERT INTO deskpulse.forecast_tag_log (" + COPIED + ", version, removed_by, removed_at) SETTINGS"
                        + " async_insert = 0 SELECT " + COPIED + ", 2, ?, toDateTime64(?, 3, 'UTC') FROM"
                        + " deskpulse.forecast_tag_log FINAL WHERE tag_id = ?",
                by,
                ClickHouseTime.text(at),
                name);
    }

    /** A line for each tag of a shop, and for each day that forecasts propose to be tagged. */
    public Table list(String shop) {
        return new Table(
                List.of("tag", "shop", "channel", "kind", "from", "to", "state", "by", "why"),
                clickHouse.query(
                        "SELECT * FROM (SELECT tag_id AS id, shop_id, channel, tag, toString(from_day) AS first_day,"
                                + " toString(to_day), concat(if(removed_at IS NULL,"
                                + " 'holds', 'removed'), if(share > 0, concat(' at ', toString(share)), '')), made_by, reason FROM deskpulse.forecast_tags WHERE ? = '' OR"
                                + " shop_id IN ('', ?) UNION ALL SELECT '', shop_id, channel, '', toString(day),"
                                + " toString(day), 'proposed', '', concat(toString(round(contacts)), ' contacts, usually ',"
                                + " toString(round(usual))) FROM deskpulse.forecast_tag_proposals WHERE ? = '' OR shop_id = ?"
                                + ") ORDER BY first_day, id",
                        row -> List.of(
                                row.getString(1),
                                row.getString(2).isEmpty() ? "all" : row.getString(2),
                                row.getString(3).isEmpty() ? "all" : row.getString(3),
                                row.getString(4).toLowerCase(Locale.ROOT),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                row.getString(9)),
                        shop,
                        shop,
                        shop,
                        shop));
    }
}
