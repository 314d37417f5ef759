package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.CallPromiseDerivation;
import io.deskpulse.metrics.resolution.CallPromiseEvent;
import io.deskpulse.metrics.resolution.CallPromiseEventForm;
import io.deskpulse.metrics.resolution.CallPromiseFacts;
import io.deskpulse.metrics.resolution.CallPromiseStateForm;
import io.deskpulse.metrics.timeline.Derivation;
import io.deskpulse.metrics.timeline.EventForm;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.ShopZones;
import io.deskpulse.metrics.timeline.StateForm;
import io.deskpulse.streaming.facts.FactFamily;
import java.util.Map;

/**
 * Calls and promises, of which each conversation has one row for its whole life.
 *
 * @param retention how long a silent conversation is kept
 * @param defaultZone IANA time zone of shops not listed
 * @param zoneByShop IANA time zone by shop id
 */
public record CallPromiseFamily(Retention retention, String defaultZone, Map<String, String> zoneByShop)
        implements FactFamily<CallPromiseEvent, CallPromiseFacts, CallPromiseFacts> {

    /** Sees to it that no second timeline ever replaces a conversation's row. */
    public CallPromiseFamily {
        retention = retention.withOneRow();
    }

    @Override
    public String id() {
        return "contact";
    }

    @Override
    public String keyId(CallPromiseEvent event) {
        return event.conversationId();
    }

    @Override
    public Derivation<CallPromiseEvent, CallPromiseFacts, CallPromiseFacts> derivation() {
        return new CallPromiseDerivation(ShopZones.of(defaultZone, zoneByShop));
    }

    @Override
    public EventForm<CallPromiseEvent> events() {
        return CallPromiseEventForm.INSTANCE;
    }

    @Override
    public StateForm<CallPromiseFacts> states() {
        return CallPromiseStateForm.INSTANCE;
    }
}
