package io.deskpulse.streaming.hotspots.signals;

import io.deskpulse.streaming.shops.ShopProfile;
import io.deskpulse.streaming.shops.ShopSettings;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * In which group of its shop an account is; in several it counts for the first by name, as in the views.
 *
 * @param byAccount the group, by account, by shop
 */
public record AgentGroups(Map<String, Map<String, String>> byAccount) implements Serializable {
    /** Those of all shops that settings describe. */
    public static AgentGroups of(ShopSettings settings) {
        Map<String, Map<String, String>> byAccount = new HashMap<>();
        for (ShopProfile shop : settings.shops()) {
            Map<String, String> groups = new HashMap<>();
            shop.agentGroups()
                    .forEach((group, accounts) -> accounts.forEach(account -> groups.putIfAbsent(account, group)));
            byAccount.put(shop.id(), groups);
        }
        return new AgentGroups(byAccount);
    }

    /** The group of an account; null when it is in none. */
    String of(String shopId, String account) {
        return byAccount.getOrDefault(shopId, Map.of()).get(account);
    }
}
