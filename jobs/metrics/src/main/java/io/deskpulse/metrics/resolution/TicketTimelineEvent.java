package io.deskpulse.metrics.resolution;

import io.deskpulse.metrics.timeline.TimelineEvent;

/**
 * What resolutions need to know of one ticket event: 1 record per event, free of text, the buyer's id already hashed.
 *
 * @param shopId shop, never empty
 * @param ticketId ticket within the shop, never empty
 * @param eventId identity within the ticket, never empty
 * @param timeMillis when it happened, milliseconds since the epoch
 * @param kind what happened
 * @param subject whom and what the ticket is about, as this event tells it
 * @param account replying, resolving or assigned account; null when unknown or none
 * @param label category, target of an escalation, side of a ruling, kind of a solution, who says it is resolved or opens it again, or the
 *     ticket merged into; else null
 * @param priority of an opening; else null
 * @param reason of an opening; null otherwise and when unknown
 * @param flag whether it is a complaint (opening) or visible to the buyer (reply); else false
 * @param amountFen money of a solution, fen; -1 when unknown or none
 * @param dueMillis when a solution is due, milliseconds since the epoch; {@link TicketFacts#NONE} when open-ended or none
 */
public record TicketTimelineEvent(
        String shopId,
        String ticketId,
        String eventId,
        long timeMillis,
        Kind kind,
        Subject subject,
        String account,
        String label,
        String priority,
        String reason,
        boolean flag,
        long amountFen,
        long dueMillis)
        implements TimelineEvent {

    /**
     * Whom and what a ticket is about.
     *
     * @param buyerId keyed hash of the buyer's id
     * @param orderId order; null when unknown or none
     * @param conversationId conversation it came from; null when unknown or none
     * @param skuId product; null when unknown or none
     */
    public record Subject(String buyerId, String orderId, String conversationId, String skuId) {}

    /** Kinds of event that tickets distinguish. */
    public enum Kind {
        /** The ticket began. */
        OPENED,
        /** An account became responsible. */
        ASSIGNED,
        /** An account answered, visibly or not. */
        REPLIED,
        /** The ticket waits for the buyer or a third party. */
        PAUSED,
        /** The ticket waits for the shop again. */
        RESUMED,
        /** It went to someone with more say. */
        ESCALATED,
        /** The platform decided. */
        RULED,
        /** Shop and buyer agreed how to put things right. */
        SOLUTION_AGREED,
        /** What was agreed was done. */
        SOLUTION_DONE,
        /** It is resolved. */
        RESOLVED,
        /** It is open again. */
        REOPENED,
        /** It is closed. */
        CLOSED,
        /** Evidence was attached. */
        EVIDENCE_SUPPLIED,
        /** A defect of a product was found. */
        DEFECT_NOTED,
        /** It is the same matter as another ticket, which goes on with it. */
        MERGED
    }
}
