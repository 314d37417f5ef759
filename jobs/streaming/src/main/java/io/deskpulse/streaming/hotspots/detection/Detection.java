package io.deskpulse.streaming.hotspots.detection;

import io.deskpulse.metrics.hotspots.HotspotSettings;
import io.deskpulse.metrics.hotspots.ShopHotspots;
import io.deskpulse.metrics.hotspots.alarms.Campaign;
import io.deskpulse.metrics.hotspots.expected.PooledParameters;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How hotspots of shops are looked for.
 *
 * @param settings budget and taxonomy
 * @param pooled what new shops begin with, of the same taxonomy
 * @param other zone and campaigns of shops that are not listed
 * @param shops zone and campaigns by shop id
 */
public record Detection(
        HotspotSettings settings, PooledParameters pooled, ShopCalendar other, Map<String, ShopCalendar> shops)
        implements Serializable {
    /**
     * When things are in a shop.
     *
     * @param zone IANA time zone in which its days are counted
     * @param campaigns what its alarms may have rung during
     */
    public record ShopCalendar(String zone, List<Campaign> campaigns) implements Serializable {
        /** Copies the list. */
        public ShopCalendar {
            campaigns = List.copyOf(campaigns);
        }
    }

    /** Copies the map. */
    public Detection {
        shops = new HashMap<>(shops);
    }

    /** A shop of which nothing is known yet. */
    public ShopHotspots begin(String shopId) {
        ShopCalendar calendar = shops.getOrDefault(shopId, other);
        ShopHotspots shop = new ShopHotspots(settings, ZoneId.of(calendar.zone()), pooled);
        shop.setCampaigns(calendar.campaigns());
        return shop;
    }
}
