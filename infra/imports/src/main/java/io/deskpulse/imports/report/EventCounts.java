package io.deskpulse.imports.report;

import io.deskpulse.events.AgentAssigned;
import io.deskpulse.events.MessageSent;
import io.deskpulse.events.Sender;
import io.deskpulse.events.TicketReplied;
import io.deskpulse.schemas.EventStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** How many events of which kind, by whom, from when to when. */
public final class EventCounts {
    private final Map<String, Tally> byStream = new TreeMap<>();
    private final Tally bySender = new Tally();
    private final Map<String, Long> repliesByAccount = new TreeMap<>();
    private final Distinct buyers = new Distinct();
    private final Set<String> shops = new HashSet<>();
    private long subjects;
    private long total;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /** Counts an event. */
    public void add(EventStream stream, SpecificRecord event) {
        SpecificRecord body = stream.body(event);
        total++;
        byStream.computeIfAbsent(stream.jsonName(), name -> new Tally())
                .add(body.getSchema().getName());
        first = Math.min(first, EventStream.eventTimeMillis(event));
        last = Math.max(last, EventStream.eventTimeMillis(event));
        shops.add(EventStream.shopId(event));
        buyers.add(buyer(event));
        account(body);
    }

    /** The buyer of an event; compared, never told. */
    public static String buyer(SpecificRecord event) {
        return String.valueOf(event.get(event.getSchema().getField("buyer_id").pos()));
    }

    private void account(SpecificRecord body) {
        if (body instanceof MessageSent message) {
            bySender.add(message.getSender().name());
            boolean reply = message.getSender() == Sender.AGENT
                    || message.getSender() == Sender.AGENT_QUICK_PHRASE
                    || message.getSender() == Sender.BOT_ASSISTED;
            if (message.getAgentId() != null) {
                repliesByAccount.merge(message.getAgentId(), reply ? 1L : 0L, Long::sum);
            }
        } else if (body instanceof TicketReplied reply) {
            repliesByAccount.merge(reply.getAgentId(), reply.getVisible() ? 1L : 0L, Long::sum);
        } else if (body instanceof AgentAssigned assigned) {
            repliesByAccount.merge(assigned.getAgentId(), 0L, Long::sum);
        }
    }

    /** Counts a conversation, a ticket or an order that has events. */
    public void subject() {
        subjects++;
    }

    /** All events. */
    public long total() {
        return total;
    }

    /** Events by stream and type. */
    public Map<String, Tally> byStream() {
        return byStream;
    }

    /** Messages by sender. */
    public Tally bySender() {
        return bySender;
    }

    /** Accounts with the number of replies of each, none included. */
    public Map<String, Long> repliesByAccount() {
        return repliesByAccount;
    }

    /** How many buyers. */
    public long buyers() {
        return buyers.count();
    }

    /** The shops. */
    public Set<String> shops() {
        return shops;
    }

    /** How many conversations, tickets and orders. */
    public long subjects() {
        return subjects;
    }

    /** When the first event happened, milliseconds since 1970-01-01 UTC; meaningless without events. */
    public long first() {
        return first;
    }

    /** When the last event happened, milliseconds since 1970-01-01 UTC; meaningless without events. */
    public long last() {
        return last;
    }
}
