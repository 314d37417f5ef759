package io.deskpulse.metrics.presence;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.timeline.ReleasedForm;
import io.deskpulse.metrics.timeline.StateForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** Binary form of {@link AgentState}, and of rows on their way to the table. */
public final class AgentStateForm implements StateForm<AgentState> {
    /** The form; it has no state. */
    public static final AgentStateForm INSTANCE = new AgentStateForm();

    private static final FormId ID = new FormId("agent-timeline", 1);
    private static final FormId ROW = new FormId("agent-interval", 1);
    private static final AgentInterval.Kind[] KINDS = AgentInterval.Kind.values();

    private static final int OPEN = 1;

    private static final int FROM = 1;
    private static final int EPOCH_DAY = 2;
    private static final int DAY_ENDS = 3;
    private static final int EVENT_ID = 4;
    private static final int KIND = 5;
    private static final int UNTIL = 6;
    private static final int BELIEVED_UNTIL = 7;
    private static final int TOLD = 8;

    private AgentStateForm() {}

    @Override
    public FormId id() {
        return ID;
    }

    @Override
    public List<ReleasedForm<AgentState>> released() {
        return List.of();
    }

    /** Writes a row on its way to the table. */
    public static void writeRow(AgentInterval interval, DataOutput out) throws IOException {
        FormWriter form = new FormWriter().begin(ROW);
        writeInterval(interval, form);
        form.writeFramed(out);
    }

    /** Reads what {@link #writeRow} wrote. */
    public static AgentInterval readRow(DataInput in) throws IOException {
        return readInterval(FormReader.framed(ROW, in));
    }

    @Override
    public void write(AgentState state, FormWriter out) {
        if (state.open != null) {
            out.group(OPEN);
            writeInterval(state.open, out);
            out.end();
        }
    }

    @Override
    public AgentState read(FormReader in) throws IOException {
        AgentState state = new AgentState();
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            if (tag == OPEN) {
                in.group();
                state.open = readInterval(in);
            }
        }
        return state;
    }

    private static void writeInterval(AgentInterval interval, FormWriter out) {
        out.number(FROM, interval.fromMillis());
        out.number(EPOCH_DAY, interval.epochDay());
        out.number(DAY_ENDS, interval.dayEndsMillis() - interval.fromMillis());
        out.text(EVENT_ID, interval.eventId());
        out.constant(KIND, interval.kind());
        out.instant(UNTIL, interval.untilMillis(), interval.fromMillis(), AgentInterval.NONE);
        out.number(BELIEVED_UNTIL, interval.believedUntilMillis() - interval.fromMillis());
        if (interval.kind() == AgentInterval.Kind.PLANNED) {
            out.instant(TOLD, interval.toldMillis(), interval.fromMillis(), AgentInterval.NONE);
        }
    }

    private static AgentInterval readInterval(FormReader in) throws IOException {
        long from = 0;
        int epochDay = 0;
        long dayLeft = 0;
        String eventId = null;
        AgentInterval.Kind kind = null;
        long until = AgentInterval.NONE;
        long believed = 0;
        long told = AgentInterval.NONE;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case FROM -> from = in.number();
                case EPOCH_DAY -> epochDay = in.count();
                case DAY_ENDS -> dayLeft = in.number();
                case EVENT_ID -> eventId = in.text();
                case KIND -> kind = in.constant(KINDS);
                case UNTIL -> until = in.instant(from);
                case BELIEVED_UNTIL -> believed = in.number();
                case TOLD -> told = in.instant(from);
                default -> {}
            }
        }
        // Presence is told when it begins.
        long toldMillis = kind == AgentInterval.Kind.PLANNED ? told : from;
        return new AgentInterval(epochDay, from + dayLeft, eventId, kind, from, until, from + believed, toldMillis);
    }
}
