package io.deskpulse.streaming.resolution;

/**
 * The key under which a ticket or a conversation is kept: shop and id in one string.
 *
 * <p>Its first character is the length of the shop's id, so that no id needs a separator that it must not contain.
 */
final class ShopKey {
    private ShopKey() {}

    static String of(String shopId, String id) {
        return (char) shopId.length() + shopId + id;
    }

    static String shopId(String key) {
        return key.substring(1, 1 + key.charAt(0));
    }

    static String id(String key) {
        return key.substring(1 + key.charAt(0));
    }
}
