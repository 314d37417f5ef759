package io.deskpulse.imports.events;

import java.util.List;
import java.util.Objects;

/**
 * Tells what an assignment of a conversation was, from what went before it: {@code Assigned} with {@code agent_id} or nobody, and
 * {@code previous} where the source tells it, which then goes before what was seen.
 */
final class ChatAssembler {
    private boolean robot;
    private String agent;

    /** The event of a proposal, or none; proposals come in order of time. */
    List<Proto> next(Proto proto) {
        switch (proto.type()) {
            case "ConversationOpened" -> {
                robot = "ROBOT".equals(proto.text("entry"));
                agent = "ACCOUNT".equals(proto.text("entry")) ? proto.text("agent_id") : null;
            }
            case "BotHandedOff" -> robot = false;
            case "ConversationClosed" -> agent = null;
            case "AgentAssigned" -> assign(proto.text("agent_id"));
            case "ConversationTransferred" -> assign(proto.text("to_agent_id"));
            case "Assigned" -> {
                return assigned(proto);
            }
            default -> {}
        }
        return List.of(proto);
    }

    private List<Proto> assigned(Proto proto) {
        String to = proto.text("agent_id");
        String from = proto.fields().has("previous") ? named(proto.text("previous")) : agent;
        boolean wasRobot = robot;
        assign(to);
        if (wasRobot) {
            return List.of(to == null ? proto.as("BotHandedOff", proto.id()) : to(proto, to));
        }
        if (Objects.equals(from, to)) {
            return List.of();
        }
        return List.of(from == null ? to(proto, to) : transferred(proto, from, to));
    }

    /** Nobody is an empty name in a template, which leaves out what is null. */
    private static String named(String account) {
        return account == null || account.isEmpty() ? null : account;
    }

    private void assign(String to) {
        robot = false;
        agent = to;
    }

    private static Proto to(Proto proto, String to) {
        Proto event = proto.as("AgentAssigned", proto.id());
        event.fields().put("agent_id", to);
        return event;
    }

    private static Proto transferred(Proto proto, String from, String to) {
        Proto event = proto.as("ConversationTransferred", proto.id());
        event.fields().put("from_agent_id", from);
        if (to != null) {
            event.fields().put("to_agent_id", to);
        }
        return event;
    }
}
