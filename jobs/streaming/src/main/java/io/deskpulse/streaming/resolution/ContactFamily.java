package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.ContactDerivation;
import io.deskpulse.metrics.resolution.ContactEntry;
import io.deskpulse.metrics.resolution.ContactEntryForm;
import io.deskpulse.metrics.resolution.ContactFacts;
import io.deskpulse.metrics.resolution.ContactStateForm;
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
public record ContactFamily(Retention retention, String defaultZone, Map<String, String> zoneByShop)
        implements FactFamily<ContactEntry, ContactFacts, ContactFacts> {

    /** Sees to it that no second timeline ever replaces a conversation's row. */
    public ContactFamily {
        retention = retention.withOneRow();
    }

    @Override
    public String id() {
        return "contact";
    }

    @Override
    public String keyId(ContactEntry event) {
        return event.conversationId();
    }

    @Override
    public Derivation<ContactEntry, ContactFacts, ContactFacts> derivation() {
        return new ContactDerivation(ShopZones.of(defaultZone, zoneByShop));
    }

    @Override
    public EventForm<ContactEntry> events() {
        return ContactEntryForm.INSTANCE;
    }

    @Override
    public StateForm<ContactFacts> states() {
        return ContactStateForm.INSTANCE;
    }
}
