package io.deskpulse.streaming.events;

import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.events.FieldPlace.Kind;
import java.util.List;

/** One event of an account. */
public final class AgentReading extends Reading {
    private static final EventLayout LAYOUT = EventLayout.of(EventStream.AGENTS);
    private static final List<Body> BODIES = LAYOUT.bodies(Body.class);
    private static final FieldPlace AGENT_ID = LAYOUT.header("agent_id", Kind.TEXT);
    private static final FieldPlace STATUS = LAYOUT.body("status", Kind.TEXT);
    private static final FieldPlace FROM = LAYOUT.body("from", Kind.NUMBER);
    private static final FieldPlace TO = LAYOUT.body("to", Kind.NUMBER);

    /** What happened; the schema tells each. */
    public enum Body {
        AGENT_PRESENCE_CHANGED,
        SHIFT_PLANNED
    }

    AgentReading() {
        super(LAYOUT);
    }

    /** What happened. */
    public Body body() {
        return BODIES.get(bodyIndex());
    }

    /** The account; never null. */
    public String agentId() {
        return text(AGENT_ID);
    }

    /** Symbol of what the account is now; null of a shift. */
    public String status() {
        return text(STATUS);
    }

    /** Begin of the shift, milliseconds since the epoch. */
    public long from(long otherwise) {
        return number(FROM, otherwise);
    }

    /** End of the shift, milliseconds since the epoch. */
    public long to(long otherwise) {
        return number(TO, otherwise);
    }
}
