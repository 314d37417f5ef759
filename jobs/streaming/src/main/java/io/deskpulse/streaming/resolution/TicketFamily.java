package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.SlaPolicies;
import io.deskpulse.metrics.resolution.TicketDerivation;
import io.deskpulse.metrics.resolution.TicketFacts;
import io.deskpulse.metrics.resolution.TicketStateForm;
import io.deskpulse.metrics.resolution.TicketTimelineEvent;
import io.deskpulse.metrics.resolution.TicketTimelineEventForm;
import io.deskpulse.metrics.timeline.Derivation;
import io.deskpulse.metrics.timeline.EventForm;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.ShopZones;
import io.deskpulse.metrics.timeline.StateForm;
import io.deskpulse.streaming.facts.FactFamily;
import java.util.Map;

/**
 * Tickets, each with one row for its whole life.
 *
 * @param retention how long a silent ticket is kept
 * @param defaultZone IANA time zone of shops not listed
 * @param zoneByShop IANA time zone by shop id
 * @param policies by when tickets are to be answered and resolved
 */
public record TicketFamily(
        Retention retention, String defaultZone, Map<String, String> zoneByShop, SlaPolicies policies)
        implements FactFamily<TicketTimelineEvent, TicketFacts, TicketFacts> {

    /** Sees to it that no second timeline ever replaces a ticket's row. */
    public TicketFamily {
        retention = retention.withOneRow();
    }

    @Override
    public String id() {
        return "ticket";
    }

    @Override
    public String keyId(TicketTimelineEvent event) {
        return event.ticketId();
    }

    @Override
    public Derivation<TicketTimelineEvent, TicketFacts, TicketFacts> derivation() {
        return new TicketDerivation(ShopZones.of(defaultZone, zoneByShop), policies);
    }

    @Override
    public EventForm<TicketTimelineEvent> events() {
        return TicketTimelineEventForm.INSTANCE;
    }

    @Override
    public StateForm<TicketFacts> states() {
        return TicketStateForm.INSTANCE;
    }
}
