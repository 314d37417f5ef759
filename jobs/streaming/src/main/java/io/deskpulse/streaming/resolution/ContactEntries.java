package io.deskpulse.streaming.resolution;

import io.deskpulse.events.CallAnswered;
import io.deskpulse.events.CallRang;
import io.deskpulse.events.CallReleased;
import io.deskpulse.events.CallWrappedUp;
import io.deskpulse.events.Channel;
import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.PromiseKept;
import io.deskpulse.events.PromiseMade;
import io.deskpulse.metrics.privacy.BuyerIdHash;
import io.deskpulse.metrics.resolution.ContactEntry;
import io.deskpulse.metrics.resolution.ContactEntry.Kind;
import io.deskpulse.metrics.resolution.TicketFacts;
import java.time.Instant;

/** Valid chat events as calls and promises: the one place that knows both. */
final class ContactEntries {
    private ContactEntries() {}

    /** The entry, or null when the event is neither a promise nor part of a call. */
    static ContactEntry of(ChatEvent event, BuyerIdHash hash) {
        Object body = event.getBody();
        if (body instanceof CallRang rang) {
            String direction = rang.getDirection().name();
            return entry(event, hash, Kind.RANG, null, direction, null, rang.getConsent(), null);
        } else if (body instanceof CallAnswered answered) {
            return entry(event, hash, Kind.ANSWERED, answered.getAgentId(), null, null, null, null);
        } else if (body instanceof CallReleased released) {
            String by = released.getBy().name();
            return entry(event, hash, Kind.RELEASED, null, by, released.getCause(), null, null);
        } else if (body instanceof CallWrappedUp done) {
            Instant due = done.getFollowUpDue();
            return entry(
                    event, hash, Kind.WRAPPED_UP, done.getAgentId(), done.getProblem(), done.getSolution(), null, due);
        } else if (body instanceof PromiseMade made) {
            String kind = made.getKind().name();
            String id = made.getPromiseId();
            return entry(event, hash, Kind.PROMISE_MADE, made.getAgentId(), kind, id, null, made.getDueAt());
        } else if (body instanceof PromiseKept kept) {
            return entry(event, hash, Kind.PROMISE_KEPT, null, null, kept.getPromiseId(), null, null);
        }
        return event.getChannel() == Channel.CHAT ? null : entry(event, hash, Kind.OTHER, null, null, null, null, null);
    }

    private static ContactEntry entry(
            ChatEvent event,
            BuyerIdHash hash,
            Kind kind,
            String account,
            String label,
            String detail,
            Boolean consent,
            Instant due) {
        return new ContactEntry(
                event.getShopId(),
                event.getConversationId(),
                event.getEventId(),
                event.getEventTime().toEpochMilli(),
                kind,
                hash.of(event.getBuyerId()),
                event.getChannel().name(),
                account,
                label,
                detail,
                consent,
                due == null ? TicketFacts.NONE : due.toEpochMilli());
    }
}
