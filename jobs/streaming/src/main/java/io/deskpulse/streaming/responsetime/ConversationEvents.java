package io.deskpulse.streaming.responsetime;

import io.deskpulse.events.AgentAssigned;
import io.deskpulse.events.BotHandedOff;
import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.ConversationClosed;
import io.deskpulse.events.ConversationEntry;
import io.deskpulse.events.ConversationOpened;
import io.deskpulse.events.ConversationRated;
import io.deskpulse.events.ConversationTransferred;
import io.deskpulse.events.MessageSent;
import io.deskpulse.events.RatingInvited;
import io.deskpulse.metrics.privacy.BuyerIdHash;
import io.deskpulse.metrics.responsetime.Channel;
import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.ConversationEvent.Kind;
import io.deskpulse.metrics.responsetime.Sender;

/** Valid chat events as the response times' own compact event: the one place that knows both. */
final class ConversationEvents {
    private static final int NO_SCORE = -1;

    private ConversationEvents() {}

    static ConversationEvent of(ChatEvent event, BuyerIdHash hash) {
        Object body = event.getBody();
        if (body instanceof MessageSent sent) {
            Sender sender = Sender.valueOf(sent.getSender().name());
            return event(event, hash, Kind.MESSAGE_SENT, sender, sent.getAgentId(), null, null, NO_SCORE);
        } else if (body instanceof ConversationOpened opened) {
            return event(event, hash, kind(opened.getEntry()), null, opened.getAgentId(), null, null, NO_SCORE);
        } else if (body instanceof BotHandedOff) {
            return event(event, hash, Kind.BOT_HANDED_OFF, null, null, null, null, NO_SCORE);
        } else if (body instanceof AgentAssigned assigned) {
            return event(event, hash, Kind.AGENT_ASSIGNED, null, assigned.getAgentId(), null, null, NO_SCORE);
        } else if (body instanceof ConversationTransferred moved) {
            String to = moved.getToAgentId();
            return event(event, hash, Kind.TRANSFERRED, null, moved.getFromAgentId(), to, null, NO_SCORE);
        } else if (body instanceof ConversationClosed closed) {
            return event(
                    event, hash, Kind.CLOSED, null, null, null, closed.getBy().name(), NO_SCORE);
        } else if (body instanceof RatingInvited) {
            return event(event, hash, Kind.RATING_INVITED, null, null, null, null, NO_SCORE);
        } else if (body instanceof ConversationRated rated) {
            return event(event, hash, Kind.RATED, null, null, null, rated.getSource(), rated.getScore());
        }
        return event(event, hash, Kind.OTHER, null, null, null, null, NO_SCORE);
    }

    static Kind kind(ConversationEntry entry) {
        return switch (entry) {
            case ROBOT -> Kind.OPENED_AT_ROBOT;
            case QUEUE -> Kind.OPENED_IN_QUEUE;
            case ACCOUNT -> Kind.OPENED_AT_ACCOUNT;
            case UNKNOWN -> Kind.OTHER;
        };
    }

    private static ConversationEvent event(
            ChatEvent event,
            BuyerIdHash hash,
            Kind kind,
            Sender sender,
            String account,
            String toAccount,
            String label,
            int score) {
        return new ConversationEvent(
                event.getShopId(),
                event.getConversationId(),
                event.getEventId(),
                event.getEventTime().toEpochMilli(),
                kind,
                hash.of(event.getBuyerId()),
                Channel.valueOf(event.getChannel().name()),
                sender,
                account == null || account.isBlank() ? null : account,
                toAccount,
                label,
                score);
    }
}
