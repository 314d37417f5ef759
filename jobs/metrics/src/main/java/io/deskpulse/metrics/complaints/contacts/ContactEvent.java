package io.deskpulse.metrics.complaints.contacts;

import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.timeline.TimelineEvent;

/**
 * What hotspots need to know of one event of a conversation, or of a complaint about it.
 *
 * @param shopId shop, never empty
 * @param conversationId conversation within the shop, never empty
 * @param eventId identity within the conversation, or that of the complaint within what told it
 * @param timeMillis when it happened, milliseconds since the epoch
 * @param kind what happened
 * @param account that answered; null when unknown or none
 * @param skuId product that was spoken of; null when unknown or none
 * @param complaint of {@link Kind#COMPLAINED}, without what the conversation knows; else null
 */
public record ContactEvent(
        String shopId,
        String conversationId,
        String eventId,
        long timeMillis,
        Kind kind,
        String account,
        String skuId,
        Complaint complaint)
        implements TimelineEvent {
    private static final String CHAT = "chat";
    private static final String COMPLAINTS = "complaints";

    /** Kinds of event that hotspots distinguish. */
    public enum Kind {
        /** The conversation began with the robot. */
        OPENED_AT_ROBOT,
        /** It began with people, the buyer asked for one, or an account became responsible. */
        AT_HUMAN,
        /** The buyer wrote. */
        BUYER_SPOKE,
        /** An account answered: a person, or robot text under a person's account. */
        ANSWERED,
        /** A complaint about it. */
        COMPLAINED
    }

    @Override
    public String stream() {
        return kind == Kind.COMPLAINED ? COMPLAINTS : CHAT;
    }

    /** Complaints of several orders may share an event id; the buyer's hash and the reason tell them apart. */
    @Override
    public String subjectId() {
        return kind == Kind.COMPLAINED ? complaint.buyerHash() + "/" + complaint.reason() : "";
    }
}
