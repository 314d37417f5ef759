package io.deskpulse.cli.hotspots;

import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.shops.ShopStore;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** The zones of shops, each asked for once; incidents are shown on the clock of their shop. */
final class ShopClocks {
    private final Map<String, ZoneId> known = new HashMap<>();
    private final ShopStore shops;

    ShopClocks(ClickHouseSql clickHouse) {
        shops = new ShopStore(clickHouse);
    }

    ZoneId zone(String shop) {
        return known.computeIfAbsent(shop, id -> shops.find(id).zone());
    }
}
