package io.deskpulse.streaming.conversion;

import io.deskpulse.metrics.conversion.BuyerEvent;

/**
 * The key under which a buyer is kept: shop and hashed buyer in one string.
 *
 * <p>Its first character is the length of the shop's id, so that no id needs a separator that it must not contain.
 */
final class BuyerKey {
    private BuyerKey() {}

    static String of(BuyerEvent event) {
        return (char) event.shopId().length() + event.shopId() + event.buyerId();
    }

    static String shopId(String key) {
        return key.substring(1, 1 + key.charAt(0));
    }

    static String buyerId(String key) {
        return key.substring(1 + key.charAt(0));
    }
}
