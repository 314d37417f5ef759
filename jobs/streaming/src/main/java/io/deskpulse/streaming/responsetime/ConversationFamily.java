package io.deskpulse.streaming.responsetime;

import io.deskpulse.metrics.contacts.ContactCourse;
import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.ConversationEventForm;
import io.deskpulse.metrics.responsetime.ConversationState;
import io.deskpulse.metrics.responsetime.ConversationStateForm;
import io.deskpulse.metrics.responsetime.DayFacts;
import io.deskpulse.metrics.responsetime.ResponseTimeDerivation;
import io.deskpulse.metrics.timeline.Derivation;
import io.deskpulse.metrics.timeline.EventForm;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.ShopZones;
import io.deskpulse.metrics.timeline.StateForm;
import io.deskpulse.streaming.facts.FactFamily;
import java.util.Map;

/**
 * Conversations: their rounds, waits and daily counts.
 *
 * @param retention how long a silent conversation is kept
 * @param idleMillis how long after its last event a contact by chat ends by itself
 * @param defaultZone IANA time zone of shops not listed
 * @param zoneByShop IANA time zone by shop id
 */
public record ConversationFamily(
        Retention retention, long idleMillis, String defaultZone, Map<String, String> zoneByShop)
        implements FactFamily<ConversationEvent, ConversationState, DayFacts> {

    /** The same of contacts that end half an hour after their last event. */
    public ConversationFamily(Retention retention, String defaultZone, Map<String, String> zoneByShop) {
        this(retention, ContactCourse.IDLE.toMillis(), defaultZone, zoneByShop);
    }

    @Override
    public String id() {
        return "conversation";
    }

    @Override
    public String keyId(ConversationEvent event) {
        return event.conversationId();
    }

    @Override
    public Derivation<ConversationEvent, ConversationState, DayFacts> derivation() {
        return new ResponseTimeDerivation(ShopZones.of(defaultZone, zoneByShop), idleMillis);
    }

    @Override
    public EventForm<ConversationEvent> events() {
        return ConversationEventForm.INSTANCE;
    }

    @Override
    public StateForm<ConversationState> states() {
        return ConversationStateForm.INSTANCE;
    }

    @Override
    public Object rowKey(DayFacts facts) {
        return facts.epochDay();
    }
}
