package io.deskpulse.streaming.facts;

/**
 * The key under which something of a shop is kept (a conversation, a ticket, a buyer): shop and id in one string.
 *
 * <p>Its first character is the length of the shop's id, so that no id needs a separator that it must not contain.
 */
public final class ShopKey {
    private ShopKey() {}

    /** The key of what has this id within the shop. */
    public static String of(String shopId, String id) {
        return (char) shopId.length() + shopId + id;
    }

    /** The shop of a key. */
    public static String shopId(String key) {
        return key.substring(1, 1 + key.charAt(0));
    }

    /** The id within the shop. */
    public static String id(String key) {
        return key.substring(1 + key.charAt(0));
    }
}
