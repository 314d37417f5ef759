package io.deskpulse.streaming.resolution;

import io.deskpulse.events.DefectNoted;
import io.deskpulse.events.EvidenceSupplied;
import io.deskpulse.events.PlatformRuled;
import io.deskpulse.events.SolutionAgreed;
import io.deskpulse.events.SolutionDone;
import io.deskpulse.events.TicketAssigned;
import io.deskpulse.events.TicketClosed;
import io.deskpulse.events.TicketEscalated;
import io.deskpulse.events.TicketEvent;
import io.deskpulse.events.TicketOpened;
import io.deskpulse.events.TicketPaused;
import io.deskpulse.events.TicketReopened;
import io.deskpulse.events.TicketReplied;
import io.deskpulse.events.TicketResolved;
import io.deskpulse.events.TicketResumed;
import io.deskpulse.metrics.privacy.BuyerIdHash;
import io.deskpulse.metrics.resolution.TicketEntry;
import io.deskpulse.metrics.resolution.TicketEntry.Kind;
import io.deskpulse.metrics.resolution.TicketEntry.Subject;
import io.deskpulse.metrics.resolution.TicketFacts;
import java.util.Map;

/** Valid ticket events as the resolutions' own compact event: the one place that knows both. */
final class TicketEntries {
    /** A name longer than this is not one; what is beyond it is cut off. */
    private static final int MAX_NAME_LENGTH = 200;

    private static final long NO_MONEY = -1;

    /** Bodies of which nothing but the fact matters. */
    private static final Map<Class<?>, Kind> PLAIN = Map.of(
            TicketPaused.class, Kind.PAUSED,
            TicketResumed.class, Kind.RESUMED,
            SolutionDone.class, Kind.SOLUTION_DONE,
            TicketReopened.class, Kind.REOPENED,
            TicketClosed.class, Kind.CLOSED,
            EvidenceSupplied.class, Kind.EVIDENCE_SUPPLIED,
            DefectNoted.class, Kind.DEFECT_NOTED);

    private final TicketEvent event;
    private final Subject subject;

    private TicketEntries(TicketEvent event, BuyerIdHash hash) {
        this.event = event;
        this.subject = new Subject(
                hash.of(event.getBuyerId()),
                name(event.getOrderId()),
                name(event.getConversationId()),
                name(event.getSkuId()));
    }

    static TicketEntry of(TicketEvent event, BuyerIdHash hash) {
        return new TicketEntries(event, hash).entry();
    }

    private TicketEntry entry() {
        Object body = event.getBody();
        if (body instanceof TicketOpened opened) {
            return opened(opened);
        } else if (body instanceof TicketReplied replied) {
            return entry(Kind.REPLIED, replied.getAgentId(), null, replied.getVisible());
        } else if (body instanceof TicketAssigned assigned) {
            return entry(Kind.ASSIGNED, assigned.getAgentId(), null, false);
        } else if (body instanceof TicketResolved resolved) {
            return entry(
                    Kind.RESOLVED, name(resolved.getAgentId()), resolved.getBy().name(), false);
        } else if (body instanceof TicketEscalated escalated) {
            return entry(Kind.ESCALATED, null, escalated.getTo().name(), false);
        } else if (body instanceof PlatformRuled ruled) {
            return entry(Kind.RULED, null, ruled.getInFavourOf().name(), false);
        } else if (body instanceof SolutionAgreed agreed) {
            return agreed(agreed);
        }
        Kind kind = PLAIN.get(body.getClass());
        if (kind == null) {
            throw new IllegalStateException("no kind for " + body.getClass().getName());
        }
        return entry(kind, null, null, false);
    }

    private TicketEntry opened(TicketOpened opened) {
        return new TicketEntry(
                event.getShopId(),
                event.getTicketId(),
                event.getEventId(),
                event.getEventTime().toEpochMilli(),
                Kind.OPENED,
                subject,
                null,
                name(opened.getCategory()),
                name(opened.getPriority()),
                name(opened.getReason()),
                opened.getComplaint(),
                NO_MONEY,
                TicketFacts.NONE);
    }

    private TicketEntry agreed(SolutionAgreed agreed) {
        return new TicketEntry(
                event.getShopId(),
                event.getTicketId(),
                event.getEventId(),
                event.getEventTime().toEpochMilli(),
                Kind.SOLUTION_AGREED,
                subject,
                null,
                agreed.getKind().name(),
                null,
                null,
                false,
                agreed.getAmountFen() == null ? NO_MONEY : agreed.getAmountFen(),
                agreed.getDueAt() == null ? TicketFacts.NONE : agreed.getDueAt().toEpochMilli());
    }

    private TicketEntry entry(Kind kind, String account, String label, boolean flag) {
        return new TicketEntry(
                event.getShopId(),
                event.getTicketId(),
                event.getEventId(),
                event.getEventTime().toEpochMilli(),
                kind,
                subject,
                account,
                label,
                null,
                null,
                flag,
                NO_MONEY,
                TicketFacts.NONE);
    }

    private static String name(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return text.length() > MAX_NAME_LENGTH ? text.substring(0, MAX_NAME_LENGTH) : text;
    }
}
