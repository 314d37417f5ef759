package io.deskpulse.metrics.hotspots;

import io.deskpulse.metrics.hotspots.alarms.AlarmRow;
import io.deskpulse.metrics.hotspots.expected.PooledParameters;
import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import io.deskpulse.metrics.hotspots.facts.Reason;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A told shop: twenty SKUs, three carriers, four regions; parcels are signed all day, one in 250 is broken and its buyer says so
 * within two days.
 */
final class ShopStory {
    static final List<Reason> REASONS = List.of(
            new Reason("broken", ExposureType.SIGNED),
            new Reason("late", ExposureType.SHIPPED),
            new Reason("rude", ExposureType.CONVERSATION));
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final int BROKEN = 0;
    static final int SKUS = 20;
    static final long HOUR = 3_600_000L;
    static final long MINUTE = 60_000L;

    private static final long BEGIN = Instant.parse("2026-03-01T16:00:00Z").toEpochMilli();
    private static final double BROKEN_SHARE = 1.0 / 250;
    private static final double SOON_HOURS = 48;
    private static final int SOLD_AN_HOUR = 5;

    final ShopHotspots shop;
    final List<AlarmRow> rows = new ArrayList<>();

    private final SplittableRandom random;
    private final List<Complaint> coming = new ArrayList<>();
    private int events;
    private long now = BEGIN;

    ShopStory(long seed) {
        this(seed, PooledParameters.none(REASONS.size()));
    }

    ShopStory(long seed, PooledParameters pooled) {
        random = new SplittableRandom(seed);
        shop = new ShopHotspots(HotspotSettings.of(REASONS), ZONE, pooled);
    }

    /** An instant: so many days after the first midnight, at an hour of the shop's day. */
    static long at(int day, double hour) {
        return BEGIN + day * 24 * HOUR + (long) (hour * HOUR);
    }

    static String sku(int number) {
        return "sku-" + number;
    }

    /** Lets ordinary days pass until an instant, each SKU selling so many times as usual. */
    ShopStory sell(long untilMillis, int times) {
        for (; now < untilMillis; now += HOUR) {
            for (int sku = 0; sku < SKUS; sku++) {
                sellHour(sku(sku), times * SOLD_AN_HOUR, BROKEN_SHARE);
            }
            for (Complaint complaint : List.copyOf(coming)) {
                if (complaint.timeMillis() < now + HOUR) {
                    coming.remove(complaint);
                    shop.complain(complaint);
                }
            }
            shop.advance(now + HOUR, rows::add);
        }
        return this;
    }

    ShopStory sell(long untilMillis) {
        return sell(untilMillis, 1);
    }

    /** An hour's parcels of a SKU are signed. */
    void sellHour(String sku, int parcels, double brokenShare) {
        for (int parcel = 0; parcel < parcels; parcel++) {
            long signed = now + random.nextLong(HOUR);
            String region = "region-" + random.nextInt(4);
            String carrier = "carrier-" + random.nextInt(3);
            expose(signed, sku, region, carrier);
            if (random.nextDouble() < brokenShare) {
                long complains = signed + (long) (random.nextDouble() * SOON_HOURS * HOUR);
                coming.add(complaint(complains, signed, sku, region, carrier, random.nextLong()));
            }
        }
    }

    private void expose(long signed, String sku, String region, String carrier) {
        shop.expose(signed, ExposureType.SIGNED, Dimension.SKU, sku, 1);
        shop.expose(signed, ExposureType.SIGNED, Dimension.REGION, region, 1);
        shop.expose(signed, ExposureType.SIGNED, Dimension.CARRIER, carrier, 1);
        shop.expose(signed, ExposureType.SIGNED, Dimension.SHOP, Complaint.WHOLE_SHOP, 1);
    }

    /** Somebody complains at an instant of the next hours. */
    ShopStory complain(long millis, String sku, long buyer) {
        coming.add(complaint(
                millis,
                millis - 20 * HOUR,
                sku,
                "region-" + Math.floorMod(buyer, 4),
                "carrier-" + Math.floorMod(buyer, 3),
                buyer));
        return this;
    }

    /** So many different buyers complain of a SKU, some minutes after each other. */
    ShopStory complainOften(long fromMillis, String sku, int buyers, int minutes) {
        for (int buyer = 0; buyer < buyers; buyer++) {
            complain(fromMillis + buyer * minutes * MINUTE, sku, 1_000_000 + fromMillis + buyer);
        }
        return this;
    }

    private Complaint complaint(long millis, long signed, String sku, String region, String carrier, long buyer) {
        return new Complaint(millis, "event-" + events++, BROKEN, buyer, signed, sku, region, carrier, null);
    }

    int cell(Dimension dimension, String value) {
        return shop.cells().find(BROKEN, dimension, value);
    }

    List<AlarmRow> rowsOf(Dimension dimension, String value) {
        return rows.stream()
                .filter(row -> row.dimension() == dimension && row.value().equals(value))
                .toList();
    }
}
