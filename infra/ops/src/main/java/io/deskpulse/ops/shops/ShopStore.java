package io.deskpulse.ops.shops;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.rules.RuleStore;
import io.deskpulse.ops.rules.RuleVersion;
import io.deskpulse.ops.tables.Table;
import io.deskpulse.streaming.shops.ShopProfile;
import io.deskpulse.streaming.shops.ShopSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The shops of a server: its table {@code shop_settings}, and the view {@code shops} over it and the facts. */
public final class ShopStore {
    private static final Set<String> MEASURES = Set.of("WITHIN", "FIRST_WITHIN", "ALL_WITHIN");
    private static final int NAMED = 10;
    private static final String INSERT = "INSERT INTO deskpulse.shop_settings (shop_id, version, removed, "
            + String.join(", ", ShopRow.COLUMNS) + ") SETTINGS async_insert = 0 VALUES ";

    private final ClickHouseSql clickHouse;

    /** The shops of a server. */
    public ShopStore(ClickHouseSql clickHouse) {
        this.clickHouse = clickHouse;
    }

    /**
     * One shop.
     *
     * @throws UserError when no settings and no conversation, ticket or order tell of it, naming some that there are
     */
    public StoredShop find(String shop) {
        List<StoredShop> found = clickHouse.query(
                "SELECT shop_id, described, zone, rule, target_percent, toString(hours) FROM deskpulse.shops WHERE shop_id = ?",
                row -> new StoredShop(
                        row.getString(1),
                        row.getBoolean(2),
                        ClickHouseZone.of(row.getString(3)),
                        row.getString(4),
                        row.getInt(5),
                        HoursText.parse(row.getString(6))),
                shop);
        if (found.isEmpty()) {
            throw new UserError("There is no shop " + shop
                    + ": no settings describe it, and no conversation, ticket or order" + " of it is known. " + some());
        }
        return found.get(0);
    }

    private String some() {
        List<String> shops = clickHouse.query(
                "SELECT shop_id FROM deskpulse.shops ORDER BY shop_id LIMIT " + (NAMED + 1), row -> row.getString(1));
        if (shops.isEmpty()) {
            return "There is none yet.";
        }
        String named = String.join(", ", shops.subList(0, Math.min(NAMED, shops.size())));
        return "There are: " + named + (shops.size() > NAMED ? ", …" : "") + ".";
    }

    /** One line for each shop, described or not; the hours are those in force on a day. */
    public Table list(LocalDate day) {
        List<List<String>> rows = clickHouse.query(
                "SELECT shop_id, name, described, platform, zone, currency, language, rule, target_percent, toString(hours)"
                        + " FROM deskpulse.shops ORDER BY shop_id",
                row -> List.of(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3) ? "described" : "default",
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getInt(9) + " %",
                        HoursText.words(HoursText.parse(row.getString(10)), day)));
        return new Table(
                List.of(
                        "shop",
                        "name",
                        "settings",
                        "platform",
                        "zone",
                        "currency",
                        "language",
                        "rule",
                        "target>",
                        "hours"),
                rows);
    }

    /**
     * Makes the server's settings those, all of them: a shop that they do not describe has none any more.
     *
     * @return what changed, a line each; empty when nothing did
     * @throws UserError when the server lacks a rule or a time zone that a shop names; nothing is changed then
     */
    public List<String> apply(ShopSettings settings) {
        List<ShopProfile> wanted = new ArrayList<>(settings.shops());
        wanted.add(0, settings.other());
        return write(wanted, true);
    }

    /**
     * Describes shops beside those that the server knows.
     *
     * @param shops those to describe, as they are from now on; the one with an empty id is all that are not described
     * @throws UserError as {@link #apply} does
     */
    public void describe(List<ShopProfile> shops) {
        write(shops, false);
    }

    private List<String> write(List<ShopProfile> shops, boolean all) {
        Map<String, ShopRow> wanted = new LinkedHashMap<>();
        shops.forEach(shop -> wanted.put(shop.id(), ShopRow.of(shop)));
        requireKnown(shops, wanted);
        Map<String, ShopRow> present = present();
        List<String> changes = new ArrayList<>();
        List<String> literals = new ArrayList<>();
        long version = nextVersion();
        wanted.forEach((shop, row) -> {
            if (!row.equals(present.get(shop))) {
                changes.add(change(shop, present.getOrDefault(shop, present.get("")), row, present.containsKey(shop)));
                literals.add(row.literal(version, false));
            }
        });
        present.forEach((shop, row) -> {
            if (all && !wanted.containsKey(shop)) {
                changes.add(shop + ": described no more"
                        + moved(shop, row.zone(), wanted.get("").zone()));
                literals.add(row.literal(version, true));
            }
        });
        if (!literals.isEmpty()) {
            clickHouse.update(INSERT + String.join(", ", literals));
        }
        changes.addAll(new CampaignEvents(clickHouse).tell(shops, all));
        return changes;
    }

    private long nextVersion() {
        String sql = "SELECT toString(max(version) + 1) FROM deskpulse.shop_settings";
        return Long.parseLong(clickHouse.query(sql, row -> row.getString(1)).get(0));
    }

    private Map<String, ShopRow> present() {
        Map<String, ShopRow> present = new LinkedHashMap<>();
        clickHouse
                .query(
                        "SELECT " + ShopRow.SELECTED + " FROM deskpulse.shop_settings FINAL ORDER BY shop_id",
                        ShopRow::read)
                .forEach(row -> present.put(row.shop(), row));
        return present;
    }

    private String change(String shop, ShopRow before, ShopRow after, boolean known) {
        String who = shop.isEmpty() ? "all other shops" : shop;
        if (!known) {
            return who + ": described, in " + after.zone() + moved(shop, before.zone(), after.zone());
        }
        return who + ": "
                + before.differences(after).stream()
                        .map(column -> List.of("hours", "agent_groups").contains(column)
                                ? column
                                : column + " " + before.value(column) + " -> " + after.value(column))
                        .collect(Collectors.joining(", "))
                + moved(shop, before.zone(), after.zone());
    }

    /** Facts keep the days they were made with: which those are has to be said, as another zone would have made others. */
    private String moved(String shop, String from, String to) {
        if (from.equals(to)) {
            return "";
        }
        String days = clickHouse.query("""
                        SELECT ifNull(concat(toString(minOrNull(day)), ' to ', toString(maxOrNull(day))), '')
                        FROM
                        (
                            SELECT shop_id, day FROM deskpulse.conversation_days
                            UNION ALL
                            SELECT shop_id, day FROM deskpulse.ticket_facts
                            UNION ALL
                            SELECT shop_id, day FROM deskpulse.orders
                        )
                        WHERE if(? = '', shop_id NOT IN (SELECT shop_id FROM deskpulse.shop_settings FINAL), shop_id = ?)
                        """, row -> row.getString(1), shop, shop).get(0);
        return days.isEmpty()
                ? ""
                : "; its facts of " + days + " were made with the days of " + from
                        + " and keep them until their events are read again by jobs with these settings";
    }

    private void requireKnown(List<ShopProfile> shops, Map<String, ShopRow> wanted) {
        Set<String> rules = new RuleStore(clickHouse)
                .all().stream()
                        .filter(rule -> MEASURES.contains(rule.measure()))
                        .map(RuleVersion::name)
                        .collect(Collectors.toCollection(TreeSet::new));
        shops.stream()
                .filter(shop -> !rules.contains(shop.judgement().rule()))
                .findFirst()
                .ifPresent(shop -> {
                    throw new UserError(
                            who(shop) + " names the rule " + shop.judgement().rule()
                                    + ", and there is none with a time limit of that name. There are: "
                                    + String.join(", ", rules) + ".");
                });
        for (String zone : wanted.values().stream().map(ShopRow::zone).collect(Collectors.toSet())) {
            clickHouse.query("SELECT formatDateTime(toDateTime(0, 'UTC'), '%F', ?)", row -> row.getString(1), zone);
        }
    }

    private static String who(ShopProfile shop) {
        return shop.id().isEmpty() ? "default_shop" : "Shop " + shop.id();
    }
}
