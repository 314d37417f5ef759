package io.deskpulse.digest.reading;

import io.deskpulse.digest.content.Digest;
import io.deskpulse.digest.content.DigestItem;
import io.deskpulse.metrics.defects.Movement;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.shops.ShopStore;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/** Digests of a server's shops. */
public final class DigestReader {
    /** More would not be read, and make a mail too large. */
    public static final int MOST_ITEMS = 20;

    private static final Comparator<DigestItem> COSTLIEST_FIRST = Comparator.comparingLong(
                    (DigestItem item) -> item.loss().total())
            .thenComparingLong(item -> item.rate().cases())
            .reversed()
            .thenComparing(DigestItem::sku)
            .thenComparing(DigestItem::attribute);

    private final ClickHouseSql clickHouse;

    /** The digests of a server. */
    public DigestReader(ClickHouseSql clickHouse) {
        this.clickHouse = clickHouse;
    }

    /**
     * The zone of a shop's clock.
     *
     * @throws io.deskpulse.ops.UserError when there is no such shop
     */
    public ZoneId zone(String shop) {
        return new ShopStore(clickHouse).find(shop).zone();
    }

    /** Decimals of the currency of a shop that there is. */
    public int minorDigits(String shop) {
        return shop(shop).minorDigits();
    }

    /** What an hour of an account costs a shop, in the smallest unit of its currency; 0 when its settings name no cost. */
    public long costPerHour(String shop) {
        return clickHouse
                .query(
                        "SELECT handling_cost_per_hour FROM deskpulse.shops WHERE shop_id = ?",
                        row -> row.getLong(1),
                        shop)
                .get(0);
    }

    /** The digest that is asked for, as its first version, with as many items as are sent. */
    public Digest read(DigestQuestion asked) {
        return readAll(asked).withItems(MOST_ITEMS);
    }

    /** The same with all items, to compare with what was told. */
    public Digest readAll(DigestQuestion asked) {
        List<DigestItem> items = new ItemRows(clickHouse, asked)
                .read().stream().sorted(COSTLIEST_FIRST).toList();
        return new Digest(
                shop(asked.shop()),
                asked.period(),
                asked.products().toString(),
                1,
                asked.at(),
                items,
                Digest.Totals.of(items),
                Movement.USUAL.percent(),
                new ServiceRows(clickHouse, asked).read(),
                List.of(),
                List.of());
    }

    private Digest.Shop shop(String id) {
        return clickHouse
                .query(
                        "SELECT shop_id, name, zone, currency, minor_digits FROM deskpulse.shops WHERE shop_id = ?",
                        row -> new Digest.Shop(
                                row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5)),
                        id)
                .get(0);
    }
}
