package io.deskpulse.metrics.resolution;

import io.deskpulse.metrics.timeline.TimelineEvent;

/**
 * What calls and promises need to know of one chat event: 1 record per event of use to them, free of text, the buyer hashed.
 *
 * @param shopId shop, never empty
 * @param conversationId conversation within the shop, never empty
 * @param eventId identity within the conversation, never empty
 * @param timeMillis when it happened, milliseconds since the epoch
 * @param kind what happened
 * @param buyerId keyed hash of the buyer's id
 * @param channel CHAT, PHONE or VIDEO
 * @param account who answered, wrapped up, promised or handed on; null otherwise
 * @param label direction of a call, who released it, what a wrapped-up call was about, or kind of a promise; else null
 * @param detail cause of a release, what a wrap-up did, id of a promise, or the account handed to (null = a queue); else null
 * @param consent whether an outbound call had the buyer's consent; null when not recorded
 * @param dueMillis when a promise or follow-up is due, milliseconds since the epoch; {@link TicketFacts#NONE} when none is
 */
public record CallPromiseEvent(
        String shopId,
        String conversationId,
        String eventId,
        long timeMillis,
        Kind kind,
        String buyerId,
        String channel,
        String account,
        String label,
        String detail,
        Boolean consent,
        long dueMillis)
        implements TimelineEvent {

    /** Kinds of event that calls and promises distinguish. */
    public enum Kind {
        /** A call began to ring. */
        RANG,
        /** An account took it. */
        ANSWERED,
        /** The line was closed. */
        RELEASED,
        /** The account finished the work after it. */
        WRAPPED_UP,
        /** An account promised something. */
        PROMISE_MADE,
        /** A promise was fulfilled. */
        PROMISE_KEPT,
        /** Anything else on a telephone or video call. */
        OTHER,
        /** An account handed the conversation to another, or to a queue. */
        TRANSFERRED
    }
}
