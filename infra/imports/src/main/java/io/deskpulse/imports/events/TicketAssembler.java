package io.deskpulse.imports.events;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells what a change of a ticket's state was: {@code Status} with {@code to}, {@code from} where the source tells it, {@code by} and
 * the {@code agent_id} to be credited, over NEW, OPEN, WAITING, SOLVED and CLOSED.
 */
final class TicketAssembler {
    private static final String WAITING = "WAITING";

    private String state = "NEW";

    /** The events of a proposal, in order; proposals come in order of time. */
    List<Proto> next(Proto proto) {
        if (!proto.type().equals("Status")) {
            follow(proto.type());
            return List.of(proto);
        }
        String from = proto.text("from") == null ? state : proto.text("from");
        String to = String.valueOf(proto.text("to"));
        state = to;
        List<Proto> events = new ArrayList<>();
        boolean wasDone = isDone(from);
        if (wasDone && !isDone(to)) {
            events.add(by(proto.as("TicketReopened", proto.id() + "-0"), proto, false));
        }
        if (to.equals(WAITING) && !from.equals(WAITING)) {
            events.add(proto.as("TicketPaused", proto.id() + "-1"));
        } else if (from.equals(WAITING) && !isDone(to) && !to.equals(WAITING)) {
            events.add(proto.as("TicketResumed", proto.id() + "-0"));
        } else if (to.equals("SOLVED") && !from.equals("SOLVED")) {
            events.add(by(proto.as("TicketResolved", proto.id() + "-1"), proto, true));
        } else if (to.equals("CLOSED") && !from.equals("CLOSED")) {
            events.add(proto.as("TicketClosed", proto.id() + "-2"));
        }
        return events;
    }

    private void follow(String type) {
        switch (type) {
            case "TicketResolved" -> state = "SOLVED";
            case "TicketClosed" -> state = "CLOSED";
            case "TicketReopened", "TicketResumed" -> state = "OPEN";
            case "TicketPaused" -> state = WAITING;
            default -> {}
        }
    }

    private static boolean isDone(String state) {
        return state.equals("SOLVED") || state.equals("CLOSED");
    }

    private static Proto by(Proto event, Proto said, boolean credited) {
        if (said.text("by") != null) {
            event.fields().put("by", said.text("by"));
        }
        if (credited && "AGENT".equals(said.text("by")) && said.text("agent_id") != null) {
            event.fields().put("agent_id", said.text("agent_id"));
        }
        return event;
    }
}
