package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.SlaPolicies;
import io.deskpulse.metrics.resolution.TicketDerivation;
import io.deskpulse.metrics.resolution.TicketEntry;
import io.deskpulse.metrics.resolution.TicketFacts;
import io.deskpulse.metrics.timeline.Derivation;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.ShopZones;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.timeline.ShopKey;
import io.deskpulse.streaming.timeline.TimelineCodec;
import io.deskpulse.streaming.timeline.TimelineLogic;
import io.deskpulse.streaming.timeline.TimelineStateCodec;
import java.util.Map;

/**
 * Tickets for the timeline shell.
 *
 * @param retention how long a silent ticket is kept
 * @param defaultZone IANA time zone of shops not listed
 * @param zoneByShop IANA time zone by shop id
 * @param policies by when tickets are to be answered and resolved
 */
public record TicketLogic(Retention retention, String defaultZone, Map<String, String> zoneByShop, SlaPolicies policies)
        implements TimelineLogic<TicketEntry, TicketFacts, TicketFacts, FactRow<TicketFacts>> {

    @Override
    public Derivation<TicketEntry, TicketFacts, TicketFacts> derivation() {
        return new TicketDerivation(ShopZones.of(defaultZone, zoneByShop), policies);
    }

    @Override
    public TimelineCodec<TicketEntry, TicketFacts> codec() {
        return new TicketTimelineCodec();
    }

    @Override
    public TimelineStateCodec<TicketFacts> stateCodec() {
        return new TicketTimelineCodec.State();
    }

    @Override
    public FactRow<TicketFacts> row(String key, long version, TicketFacts facts) {
        return new FactRow<>(ShopKey.shopId(key), ShopKey.id(key), version, facts);
    }
}
