package io.deskpulse.streaming.conversion;

import io.deskpulse.metrics.conversion.BuyerEvent;
import io.deskpulse.metrics.conversion.BuyerFacts;
import io.deskpulse.metrics.conversion.BuyerState;
import io.deskpulse.metrics.conversion.ConversionDerivation;
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
 * Conversion for the timeline shell.
 *
 * @param retention how long a silent buyer, and a silent order, is kept
 * @param windowDays calendar days whose consults are candidates of an order or a payment, its own day included
 * @param defaultZone IANA time zone of shops not listed
 * @param zoneByShop IANA time zone by shop id
 */
public record ConversionLogic(Retention retention, int windowDays, String defaultZone, Map<String, String> zoneByShop)
        implements TimelineLogic<BuyerEvent, BuyerState, BuyerFacts, FactRow<BuyerFacts>> {

    @Override
    public Derivation<BuyerEvent, BuyerState, BuyerFacts> derivation() {
        return new ConversionDerivation(ShopZones.of(defaultZone, zoneByShop), windowDays, retention);
    }

    @Override
    public TimelineCodec<BuyerEvent, BuyerState> codec() {
        return new BuyerTimelineCodec();
    }

    @Override
    public TimelineStateCodec<BuyerState> stateCodec() {
        return new BuyerTimelineCodec.State();
    }

    /** A buyer's rows bring their own versions; see {@link BuyerFacts#version()}. */
    @Override
    public FactRow<BuyerFacts> row(String key, long version, BuyerFacts facts) {
        return new FactRow<>(ShopKey.shopId(key), ShopKey.id(key), facts.version(), facts);
    }
}
