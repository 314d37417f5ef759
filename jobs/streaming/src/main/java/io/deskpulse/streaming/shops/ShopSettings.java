package io.deskpulse.streaming.shops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All shops that settings describe.
 *
 * @param other what holds of every shop that is not among them
 * @param shops each with an id of its own
 */
public record ShopSettings(ShopProfile other, List<ShopProfile> shops) {
    /** Nothing described. */
    public static final ShopSettings NONE = new ShopSettings(ShopProfile.USUAL, List.of());

    /** Copies the list. */
    public ShopSettings {
        shops = List.copyOf(shops);
    }

    /** Shops described that keep the words of complaints. */
    public Set<String> quotingShops() {
        return shops.stream()
                .filter(ShopProfile::keepsQuotes)
                .map(ShopProfile::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** IANA time zone by shop id, of the shops described. */
    public Map<String, String> zoneByShop() {
        Map<String, String> zones = new LinkedHashMap<>();
        shops.forEach(shop -> zones.put(shop.id(), shop.zone().getId()));
        return zones;
    }
}
