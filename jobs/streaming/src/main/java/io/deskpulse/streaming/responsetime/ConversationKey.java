package io.deskpulse.streaming.responsetime;

import io.deskpulse.metrics.responsetime.ConversationEvent;

/**
 * The key under which a conversation is kept: shop and conversation in one string.
 *
 * <p>Its first character is the length of the shop's id, so that no id needs a separator that it must not contain.
 */
final class ConversationKey {
    private ConversationKey() {}

    static String of(ConversationEvent event) {
        return (char) event.shopId().length() + event.shopId() + event.conversationId();
    }

    static String shopId(String key) {
        return key.substring(1, 1 + key.charAt(0));
    }

    static String conversationId(String key) {
        return key.substring(1 + key.charAt(0));
    }
}
