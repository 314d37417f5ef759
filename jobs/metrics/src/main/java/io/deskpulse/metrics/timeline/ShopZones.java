package io.deskpulse.metrics.timeline;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * The time zone in which each shop counts its days.
 *
 * <p>Not thread-safe: it remembers the day last looked at for each zone.
 */
public final class ShopZones {
    /** Zone of shops that name none (docs/metrics.md). */
    public static final String DEFAULT_ZONE = "Asia/Shanghai";

    private final LocalDays fallback;
    private final Map<String, LocalDays> byShop = new HashMap<>();

    private ShopZones(ZoneId fallback) {
        this.fallback = new LocalDays(fallback);
    }

    /**
     * Reads zones by name.
     *
     * @param defaultZone IANA name for shops not listed
     * @param zoneByShop IANA name by shop id
     * @throws IllegalArgumentException when a zone is unknown, naming the shop
     */
    public static ShopZones of(String defaultZone, Map<String, String> zoneByShop) {
        ShopZones zones = new ShopZones(zone("the default zone", defaultZone));
        Map<String, LocalDays> byName = new HashMap<>();
        zoneByShop.forEach((shop, name) -> zones.byShop.put(
                shop, byName.computeIfAbsent(name, n -> new LocalDays(zone("the zone of shop " + shop, n)))));
        return zones;
    }

    /** The days of a shop. */
    public LocalDays of(String shopId) {
        return byShop.isEmpty() ? fallback : byShop.getOrDefault(shopId, fallback);
    }

    private static ZoneId zone(String what, String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    what + " must be an IANA time zone such as Asia/Shanghai, got " + name, e);
        }
    }
}
