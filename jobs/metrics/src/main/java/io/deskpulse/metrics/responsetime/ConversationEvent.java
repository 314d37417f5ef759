package io.deskpulse.metrics.responsetime;

import io.deskpulse.metrics.timeline.TimelineEvent;

/**
 * What response times need to know of one chat event: 1 record per event, free of text, the buyer's id already hashed.
 *
 * @param shopId shop, never empty
 * @param conversationId conversation within the shop, never empty
 * @param eventId identity within the conversation, never empty
 * @param timeMillis when it happened, milliseconds since the epoch
 * @param kind what happened
 * @param buyerId keyed hash of the buyer's id
 * @param channel medium of the conversation
 * @param sender who spoke; null unless {@code kind} is {@link Kind#MESSAGE_SENT}
 * @param account human account: the sender's, the assignee's, the one transferred from; null when unknown or none
 * @param toAccount account transferred to; null unless {@code kind} is {@link Kind#TRANSFERRED}
 * @param label who closed, where a rating came from, or which product was recommended; null otherwise
 * @param score rating 0 (very good) to 4; -1 unless {@code kind} is {@link Kind#RATED}
 * @param topic what a message of the buyer asks for; null when it has none
 * @param buyerTier how the shop ranks the buyer; null when nobody says
 */
public record ConversationEvent(
        String shopId,
        String conversationId,
        String eventId,
        long timeMillis,
        Kind kind,
        String buyerId,
        Channel channel,
        Sender sender,
        String account,
        String toAccount,
        String label,
        int score,
        Topic topic,
        String buyerTier)
        implements TimelineEvent {

    /** Kinds of event that response times distinguish. */
    public enum Kind {
        /** Somebody spoke. */
        MESSAGE_SENT,
        /** The buyer entered at the robot. */
        OPENED_AT_ROBOT,
        /** The buyer entered the queue for people. */
        OPENED_IN_QUEUE,
        /** The buyer entered at a human account. */
        OPENED_AT_ACCOUNT,
        /** The robot handed the buyer to people. */
        BOT_HANDED_OFF,
        /** A human account became responsible. */
        AGENT_ASSIGNED,
        /** One human account passed the conversation to another. */
        TRANSFERRED,
        /** The conversation was closed. */
        CLOSED,
        /** The buyer was asked for a rating. */
        RATING_INVITED,
        /** The buyer rated. */
        RATED,
        /** Anything else: it only moves the conversation's first and last event time. */
        OTHER,
        /** An account recommended a product. */
        RECOMMENDED
    }

    /** Whether it is something between the buyer and people, or the queue for them, rather than a robot's word, a note or a rating. */
    boolean isOfPeople() {
        return switch (kind) {
            case MESSAGE_SENT -> sender == Sender.BUYER || sender.isPlatformValid();
            case OPENED_IN_QUEUE, OPENED_AT_ACCOUNT, BOT_HANDED_OFF, AGENT_ASSIGNED, TRANSFERRED -> true;
            case OPENED_AT_ROBOT, CLOSED, RATING_INVITED, RATED, OTHER, RECOMMENDED -> false;
        };
    }
}
