package io.deskpulse.ops.ledger;

import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.clickhouse.ClickHouseTime;
import java.time.Instant;
import java.util.List;

/** Reads the view {@code open_items_at}. */
public final class OpenItems {
    /** Nobody's items first: they are the ones that get lost. */
    private static final String ITEMS =
            "SELECT kind, id, owner, toString(toUnixTimestamp64Milli(opened_at)), toString(toUnixTimestamp64Milli(due_at)), buyer_id,"
                    + " detail FROM deskpulse.open_items_at(at = '%s') AS i WHERE shop_id = ?"
                    + " ORDER BY owner ASC NULLS FIRST, kind, i.due_at ASC NULLS LAST, i.opened_at, id";

    private final ClickHouseSql clickHouse;

    /** The ledger of a server. */
    public OpenItems(ClickHouseSql clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** What a shop owed at an instant as known now, by owner. */
    public List<OpenItem> of(String shop, Instant at) {
        return clickHouse.query(
                String.format(ITEMS, ClickHouseTime.text(at)),
                row -> new OpenItem(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        ClickHouseTime.ofMillis(row.getString(4)),
                        ClickHouseTime.ofMillis(row.getString(5)),
                        row.getString(6),
                        row.getString(7)),
                shop);
    }
}
