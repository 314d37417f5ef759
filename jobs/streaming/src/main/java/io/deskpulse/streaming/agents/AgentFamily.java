package io.deskpulse.streaming.agents;

import io.deskpulse.metrics.presence.AgentDerivation;
import io.deskpulse.metrics.presence.AgentEvent;
import io.deskpulse.metrics.presence.AgentEventForm;
import io.deskpulse.metrics.presence.AgentInterval;
import io.deskpulse.metrics.presence.AgentState;
import io.deskpulse.metrics.presence.AgentStateForm;
import io.deskpulse.metrics.timeline.Derivation;
import io.deskpulse.metrics.timeline.EventForm;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.ShopZones;
import io.deskpulse.metrics.timeline.StateForm;
import io.deskpulse.streaming.facts.FactFamily;
import java.util.Map;

/**
 * Accounts: their presence and their shifts, one row per event.
 *
 * @param retention how long a silent account is kept
 * @param believedMillis for how long an account is believed to be on line of which nothing else is heard
 * @param defaultZone IANA time zone of shops not listed
 * @param zoneByShop IANA time zone by shop id
 */
public record AgentFamily(Retention retention, long believedMillis, String defaultZone, Map<String, String> zoneByShop)
        implements FactFamily<AgentEvent, AgentState, AgentInterval> {

    /**
     * What tells a row of an account from its others.
     *
     * @param epochDay day on which it begins
     * @param eventId event that it is of
     */
    private record RowKey(int epochDay, String eventId) {}

    @Override
    public String id() {
        return "agent";
    }

    @Override
    public String keyId(AgentEvent event) {
        return event.agentId();
    }

    @Override
    public Derivation<AgentEvent, AgentState, AgentInterval> derivation() {
        return new AgentDerivation(ShopZones.of(defaultZone, zoneByShop), believedMillis);
    }

    @Override
    public EventForm<AgentEvent> events() {
        return AgentEventForm.INSTANCE;
    }

    @Override
    public StateForm<AgentState> states() {
        return AgentStateForm.INSTANCE;
    }

    @Override
    public Object rowKey(AgentInterval interval) {
        return new RowKey(interval.epochDay(), interval.eventId());
    }
}
