package io.deskpulse.streaming.agents;

import io.deskpulse.metrics.presence.AgentEvent;
import io.deskpulse.metrics.presence.AgentEvent.Kind;
import io.deskpulse.metrics.presence.AgentEventForm;
import io.deskpulse.streaming.events.AgentReading;
import io.deskpulse.streaming.events.Intake;
import io.deskpulse.streaming.timeline.LocatedCodec;

/** What working time takes of the events of accounts: every event, compact. */
public final class AgentEvents {
    /** Of the topic of accounts. */
    public static final Intake<AgentReading, AgentEvent> INTAKE = new Intake<>(
            "agent-events", AgentEvents::of, new LocatedCodec<>(AgentEventForm.INSTANCE, AgentEvent::agentId));

    private AgentEvents() {}

    /** The event of any reading. */
    public static AgentEvent of(AgentReading told) {
        return switch (told.body()) {
            case AGENT_PRESENCE_CHANGED -> event(told, Kind.valueOf(told.status()));
            case SHIFT_PLANNED -> event(told, Kind.PLANNED);
        };
    }

    private static AgentEvent event(AgentReading told, Kind kind) {
        return new AgentEvent(
                told.shopId(), told.agentId(), told.eventId(), told.timeMillis(), kind, told.from(0), told.to(0));
    }
}
