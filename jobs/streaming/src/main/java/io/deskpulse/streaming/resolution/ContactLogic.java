package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.ContactDerivation;
import io.deskpulse.metrics.resolution.ContactEntry;
import io.deskpulse.metrics.resolution.ContactFacts;
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
 * Calls and promises for the timeline shell.
 *
 * @param retention how long a silent conversation is kept
 * @param defaultZone IANA time zone of shops not listed
 * @param zoneByShop IANA time zone by shop id
 */
public record ContactLogic(Retention retention, String defaultZone, Map<String, String> zoneByShop)
        implements TimelineLogic<ContactEntry, ContactFacts, ContactFacts, FactRow<ContactFacts>> {

    @Override
    public Derivation<ContactEntry, ContactFacts, ContactFacts> derivation() {
        return new ContactDerivation(ShopZones.of(defaultZone, zoneByShop));
    }

    @Override
    public TimelineCodec<ContactEntry, ContactFacts> codec() {
        return new ContactTimelineCodec();
    }

    @Override
    public TimelineStateCodec<ContactFacts> stateCodec() {
        return new ContactTimelineCodec.State();
    }

    @Override
    public FactRow<ContactFacts> row(String key, long version, ContactFacts facts) {
        return new FactRow<>(ShopKey.shopId(key), ShopKey.id(key), version, facts);
    }
}
