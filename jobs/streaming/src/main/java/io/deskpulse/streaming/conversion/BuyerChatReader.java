package io.deskpulse.streaming.conversion;

import io.deskpulse.metrics.conversion.BuyerEvent;
import io.deskpulse.metrics.conversion.BuyerEvent.Kind;
import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.Sender;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.streaming.responsetime.ConversationEventReader;
import io.deskpulse.streaming.sources.EventReader;

/**
 * Reads chat messages as {@link BuyerEvent}s: the buyer's messages, and replies that are platform-valid.
 *
 * <p>Leaves the decoding to the reader of response times, so that both jobs accept and reject the same messages and both
 * read only the bytes they need. Everything else said in a chat comes out as {@link Kind#OTHER_IN_CHAT}.
 */
public final class BuyerChatReader implements EventReader<BuyerEvent> {
    private final ConversationEventReader conversations;

    /** A reader that hashes buyers under {@code hashKey}. */
    public BuyerChatReader(String hashKey) {
        conversations = new ConversationEventReader(hashKey);
    }

    @Override
    public BuyerEvent read(byte[] message) throws RejectedEventException {
        ConversationEvent said = conversations.read(message);
        Kind kind = kind(said);
        return new BuyerEvent(
                said.shopId(),
                said.buyerId(),
                said.eventId(),
                said.timeMillis(),
                kind,
                said.conversationId(),
                kind == Kind.SHOP_REPLIED ? said.account() : null,
                null,
                null,
                0);
    }

    private static Kind kind(ConversationEvent said) {
        if (said.sender() == Sender.BUYER) {
            return Kind.BUYER_SPOKE;
        }
        return said.sender() != null && said.sender().isPlatformValid() ? Kind.SHOP_REPLIED : Kind.OTHER_IN_CHAT;
    }
}
