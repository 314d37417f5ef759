package io.deskpulse.streaming.conversion;

import io.deskpulse.metrics.conversion.BuyerDayFacts;
import io.deskpulse.metrics.conversion.BuyerEvent;
import io.deskpulse.metrics.conversion.BuyerEventForm;
import io.deskpulse.metrics.conversion.BuyerFacts;
import io.deskpulse.metrics.conversion.BuyerState;
import io.deskpulse.metrics.conversion.BuyerStateForm;
import io.deskpulse.metrics.conversion.ConversionDerivation;
import io.deskpulse.metrics.conversion.OrderFacts;
import io.deskpulse.metrics.conversion.TroubleFacts;
import io.deskpulse.metrics.timeline.Derivation;
import io.deskpulse.metrics.timeline.EventForm;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.ShopZones;
import io.deskpulse.metrics.timeline.StateForm;
import io.deskpulse.streaming.facts.FactFamily;
import java.util.List;
import java.util.Map;

/**
 * Buyers: their orders with attribution, order troubles and days of enquiry.
 *
 * @param retention how long a silent buyer, and a silent order, is kept
 * @param windowDays calendar days whose consults are candidates of an order or a payment, its own day included
 * @param defaultZone IANA time zone of shops not listed
 * @param zoneByShop IANA time zone by shop id
 */
public record BuyerFamily(Retention retention, int windowDays, String defaultZone, Map<String, String> zoneByShop)
        implements FactFamily<BuyerEvent, BuyerState, BuyerFacts> {

    @Override
    public String id() {
        return "buyer";
    }

    @Override
    public String keyId(BuyerEvent event) {
        return event.buyerId();
    }

    @Override
    public Derivation<BuyerEvent, BuyerState, BuyerFacts> derivation() {
        return new ConversionDerivation(ShopZones.of(defaultZone, zoneByShop), windowDays, retention);
    }

    @Override
    public EventForm<BuyerEvent> events() {
        return BuyerEventForm.INSTANCE;
    }

    @Override
    public StateForm<BuyerState> states() {
        return BuyerStateForm.INSTANCE;
    }

    @Override
    public Object rowKey(BuyerFacts facts) {
        if (facts instanceof OrderFacts order) {
            return order.orderId();
        }
        return facts instanceof TroubleFacts trouble
                ? List.of(trouble.orderId(), trouble.troubleId())
                : ((BuyerDayFacts) facts).epochDay();
    }

    /** Of chats their conversations tell. */
    @Override
    public boolean tellsOf(BuyerEvent event) {
        return !event.kind().isInChat();
    }

    /** A buyer's rows bring their own versions; see {@link BuyerFacts#version()}. */
    @Override
    public long version(long known, BuyerFacts facts) {
        return facts.version();
    }
}
