package io.deskpulse.streaming.responsetime;

import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.ConversationState;
import io.deskpulse.metrics.responsetime.DayFacts;
import io.deskpulse.metrics.responsetime.ResponseTimeDerivation;
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
 * Response times for the timeline shell.
 *
 * @param retention how long a silent conversation is kept
 * @param defaultZone IANA time zone of shops not listed
 * @param zoneByShop IANA time zone by shop id
 */
public record ResponseTimeLogic(Retention retention, String defaultZone, Map<String, String> zoneByShop)
        implements TimelineLogic<ConversationEvent, ConversationState, DayFacts, FactRow<DayFacts>> {

    @Override
    public Derivation<ConversationEvent, ConversationState, DayFacts> derivation() {
        return new ResponseTimeDerivation(ShopZones.of(defaultZone, zoneByShop));
    }

    @Override
    public TimelineCodec<ConversationEvent, ConversationState> codec() {
        return ConversationTimelineCodec.CURRENT;
    }

    @Override
    public TimelineStateCodec<ConversationState> stateCodec() {
        return new ConversationTimelineCodec.StateWithContacts();
    }

    @Override
    public FactRow<DayFacts> row(String key, long version, DayFacts facts) {
        return new FactRow<>(ShopKey.shopId(key), ShopKey.id(key), version, facts);
    }
}
