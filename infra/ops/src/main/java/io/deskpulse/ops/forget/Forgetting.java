package io.deskpulse.ops.forget;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.clickhouse.StoredTable;
import io.deskpulse.ops.kept.KeptTable;
import io.deskpulse.ops.kept.KeptTables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rows of buyers, counted and deleted. Needs a user that may {@code ALTER} the tables to delete.
 *
 * <p>A deletion rewrites the parts that hold the rows and returns when it is done; ClickHouse removes the files of before some minutes
 * later. Rows are stored rows: versions that {@code FINAL} hides are counted and deleted as well. Every method throws
 * {@link UserError} when the server is not reached or refuses.
 */
public final class Forgetting {
    private final ClickHouseSql clickHouse;
    private final List<KeptTable> tables;

    /** In the tables of this build that tell of buyers. */
    public Forgetting(ClickHouseSql clickHouse) {
        this.clickHouse = clickHouse;
        this.tables = KeptTables.bundled().tables().stream()
                .filter(KeptTable::hasBuyers)
                .toList();
    }

    /**
     * A buyer of a shop.
     *
     * @param hash as it stands in {@code buyer_id}
     */
    public record Buyer(String shop, String hash) {}

    /** Stored rows of a buyer by table, 0 where there is none. */
    public Map<String, Long> count(Buyer buyer) {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (KeptTable table : tables) {
            rows.put(
                    table.name(),
                    clickHouse
                            .query(
                                    "SELECT toString(count()) FROM deskpulse." + table.name() + " WHERE "
                                            + rowsOf(table, buyer),
                                    row -> Long.valueOf(row.getString(1)))
                            .get(0));
        }
        return rows;
    }

    /**
     * Notes a buyer as forgotten, then deletes.
     *
     * @return stored rows by table as they were before
     * @throws UserError when a row is there again at the end, as a job wrote it meanwhile
     */
    public Map<String, Long> forget(Buyer buyer) {
        // First: whoever is interrupted now finds the buyer in the list.
        clickHouse.update(
                "INSERT INTO deskpulse.forgotten_buyers (shop_id, buyer, forgotten_at) SETTINGS async_insert = 0"
                        + " SELECT ?, ?, now64(3)",
                buyer.shop(),
                buyer.hash());
        return delete(buyer);
    }

    /** Those that were forgotten and are still noted, by shop. */
    public List<Buyer> forgotten() {
        return clickHouse.query(
                "SELECT shop_id, buyer FROM deskpulse.forgotten_buyers FINAL ORDER BY shop_id, buyer",
                row -> new Buyer(row.getString(1), row.getString(2)));
    }

    /** Deletes rows without noting anything: of somebody who is in the list. Returns and throws as {@link #forget} does. */
    public Map<String, Long> delete(Buyer buyer) {
        Map<String, Long> before = count(buyer);
        for (KeptTable table : tables) {
            if (before.get(table.name()) > 0) {
                clickHouse.update("ALTER TABLE " + StoredTable.name(clickHouse, table.name()) + " DELETE WHERE "
                        + rowsOf(table, buyer) + " SETTINGS mutations_sync = 2");
            }
        }
        Map<String, Long> left = count(buyer);
        left.values().removeIf(rows -> rows == 0);
        if (!left.isEmpty()) {
            throw new UserError("A job wrote rows of the buyer while they were deleted, in "
                    + left.keySet().stream().collect(Collectors.joining(", ")) + ". Run deskpulse forget --again.");
        }
        return before;
    }

    private static String rowsOf(KeptTable table, Buyer buyer) {
        return "shop_id = " + ClickHouseHttp.literal(buyer.shop()) + " AND "
                + table.ofBuyer(ClickHouseHttp.literal(buyer.hash()));
    }
}
