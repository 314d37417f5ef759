package io.deskpulse.imports.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts the proposals of a group in order of time, and resolves those that need what went before them. */
public final class Assembler {
    private static final Comparator<Proto> ORDER =
            Comparator.comparingLong(Proto::time).thenComparing(Proto::id);

    private final Accounts accounts;

    /** For accounts of which some may be machines. */
    public Assembler(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Proposals of events only, in order of time. */
    public List<Proto> resolved(List<Proto> proposals) {
        List<Proto> sorted = new ArrayList<>(proposals);
        sorted.sort(ORDER);
        ChatAssembler chat = new ChatAssembler();
        TicketAssembler ticket = new TicketAssembler();
        List<Proto> events = new ArrayList<>();
        for (Proto proposal : sorted) {
            Proto proto = withoutMachine(proposal);
            if (proto != null) {
                for (Proto event : chat.next(proto)) {
                    events.addAll(ticket.next(event));
                }
            }
        }
        return events;
    }

    /** A machine is responsible for nothing: what it is assigned is with nobody, what it does is done by the system. */
    private Proto withoutMachine(Proto proto) {
        if (!accounts.isMachine(proto.text("agent_id"))) {
            return proto;
        }
        switch (proto.type()) {
            case "TicketReplied", "TicketAssigned", "AgentAssigned" -> {
                return null;
            }
            case "Assigned" -> proto.fields().remove("agent_id");
            case "Status", "TicketResolved" -> {
                proto.fields().remove("agent_id");
                proto.fields().put("by", "SYSTEM");
            }
            case "ConversationOpened" -> {
                proto.fields().remove("agent_id");
                proto.fields().put("entry", "QUEUE");
            }
            default -> {}
        }
        return proto;
    }
}
