package io.deskpulse.metrics.presence;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.presence.AgentEvent.Kind;
import io.deskpulse.metrics.timeline.Anchor;
import io.deskpulse.metrics.timeline.EventForm;
import java.io.DataInput;
import java.io.IOException;

/** Binary form of {@link AgentEvent}s. */
public final class AgentEventForm implements EventForm<AgentEvent> {
    /** The form; it has no state. */
    public static final AgentEventForm INSTANCE = new AgentEventForm();

    private static final FormId ID = new FormId("agent-event", 1);
    private static final Kind[] KINDS = Kind.values();

    private static final int TIME = 1;
    private static final int EVENT_ID = 2;
    private static final int KIND = 3;
    private static final int FROM = 4;
    private static final int LENGTH = 5;

    private AgentEventForm() {}

    @Override
    public FormId id() {
        return ID;
    }

    @Override
    public Anchor anchor(AgentEvent event) {
        return Anchor.of(event.timeMillis());
    }

    @Override
    public void write(AgentEvent event, Anchor anchor, FormWriter out) {
        out.signed(TIME, event.timeMillis() - anchor.sinceMillis());
        out.text(EVENT_ID, event.eventId());
        out.constant(KIND, event.kind());
        if (event.kind() == Kind.PLANNED) {
            out.signed(FROM, event.fromMillis() - anchor.sinceMillis());
            out.number(LENGTH, event.untilMillis() - event.fromMillis());
        }
    }

    @Override
    public AgentEvent read(String shopId, String agentId, Anchor anchor, FormReader in) throws IOException {
        long timeMillis = anchor.sinceMillis();
        String eventId = null;
        Kind kind = null;
        long fromMillis = anchor.sinceMillis();
        long length = 0;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case TIME -> timeMillis = anchor.sinceMillis() + in.signed();
                case EVENT_ID -> eventId = in.text();
                case KIND -> kind = in.constant(KINDS);
                case FROM -> fromMillis = anchor.sinceMillis() + in.signed();
                case LENGTH -> length = in.number();
                default -> {}
            }
        }
        boolean isPlan = kind == Kind.PLANNED;
        return new AgentEvent(
                shopId, agentId, eventId, timeMillis, kind, isPlan ? fromMillis : 0, isPlan ? fromMillis + length : 0);
    }

    /**
     * No release wrote such events before there were forms.
     *
     * @throws IOException always
     */
    @Override
    public AgentEvent readReleased(String shopId, String agentId, Anchor anchor, DataInput in) throws IOException {
        throw new IOException("no release wrote events of accounts without a form; the bytes are damaged");
    }
}
