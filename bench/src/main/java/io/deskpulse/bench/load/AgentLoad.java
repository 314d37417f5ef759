package io.deskpulse.bench.load;

import io.deskpulse.events.AgentEvent;
import io.deskpulse.events.AgentPresenceChanged;
import io.deskpulse.events.PresenceStatus;
import io.deskpulse.events.ShiftPlanned;
import io.deskpulse.schemas.EventStream;
import java.time.Duration;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** Shifts of five events: planned, on line, paused, back, off line. */
public final class AgentLoad extends Load {
    private static final int EVENTS_EACH = 5;
    private static final Duration SHIFT = Duration.ofHours(8);

    /** With so many shifts at a time. */
    public AgentLoad(long seed, int open) {
        super(EventStream.AGENTS, seed, open);
    }

    @Override
    int length(long shift) {
        return EVENTS_EACH;
    }

    @Override
    SpecificRecord event(long shift, int step, String eventId, Instant time) {
        return new AgentEvent(eventId, time, shop(shift), account(shift), body(step, time));
    }

    private static Object body(int step, Instant time) {
        return switch (step) {
            case 0 -> new ShiftPlanned(time, time.plus(SHIFT));
            case 1 -> new AgentPresenceChanged(PresenceStatus.ONLINE);
            case 2 -> new AgentPresenceChanged(PresenceStatus.SUSPENDED);
            case 3 -> new AgentPresenceChanged(PresenceStatus.RESUMED);
            default -> new AgentPresenceChanged(PresenceStatus.OFFLINE);
        };
    }
}
