package io.deskpulse.imports.suspicions;

import io.deskpulse.events.MessageSent;
import io.deskpulse.events.OrderCreated;
import io.deskpulse.events.OrderPaid;
import io.deskpulse.events.RefundSucceeded;
import io.deskpulse.events.Sender;
import io.deskpulse.events.TicketReplied;
import io.deskpulse.imports.report.EventCounts;
import io.deskpulse.imports.report.Tally;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at the events of one subject after the other; nothing is corrected, only told. */
public final class Suspicions {
    private static final long EQUAL_REFUNDS_MILLIS = 5_000;
    private static final long ROBOT_MILLIS = 1_000;
    private static final double ROBOT_SHARE = 0.05;
    private static final double NIGHT_SHARE = 0.20;
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(23, 0);

    private final Tally told;
    private final Instant now;
    private final ZoneId zone;
    private final Currencies currencies;
    private long replies;
    private long atOnce;
    private long atNight;

    /**
     * For one import.
     *
     * @param told takes what looks wrong
     * @param now events after it are of the future
     * @param zone of the shop; null when unknown
     * @param currency of the shop; null for the one that most of its orders have
     */
    public Suspicions(Tally told, Instant now, ZoneId zone, String currency) {
        this.told = told;
        this.now = now;
        this.zone = zone;
        this.currencies = new Currencies(currency);
    }

    /** Looks at one subject. */
    public void look(List<ParsedLine.Event> events, Set<String> buyers, Set<String> money) {
        Set<String> all = new HashSet<>(buyers);
        if (buyers.isEmpty()) { // a table names them in each row
            events.forEach(event -> all.add(EventCounts.buyer(event.event())));
        }
        if (all.size() > 1) {
            told.add("an order, ticket or conversation of two buyers");
        }
        if (!events.isEmpty()) {
            currencies.add(EventStream.shopId(events.get(0).event()), money);
        }
        Map<String, Money> orders = new HashMap<>();
        long asked = Long.MIN_VALUE;
        for (ParsedLine.Event event : events) {
            long time = EventStream.eventTimeMillis(event.event());
            Object body = event.stream().body(event.event());
            if (time > now.toEpochMilli()) {
                told.add("events in the future");
            }
            if (body instanceof MessageSent message) {
                boolean buyer = message.getSender() == Sender.BUYER;
                if (message.getSender() == Sender.AGENT) {
                    reply(time, asked);
                }
                asked = buyer ? time : Long.MIN_VALUE;
            } else if (body instanceof TicketReplied reply && reply.getVisible()) {
                reply(time, Long.MIN_VALUE);
            } else if (event.stream() == EventStream.ORDERS) {
                money(event, body, time, orders);
            }
        }
        orders.values().forEach(order -> order.tell(told));
    }

    private void reply(long time, long asked) {
        replies++;
        if (asked != Long.MIN_VALUE && time - asked <= ROBOT_MILLIS) {
            atOnce++;
        }
        if (zone != null) {
            LocalTime local = Instant.ofEpochMilli(time).atZone(zone).toLocalTime();
            if (local.isBefore(OPENS) || !local.isBefore(CLOSES)) {
                atNight++;
            }
        }
    }

    private static void money(ParsedLine.Event event, Object body, long time, Map<String, Money> orders) {
        String order = String.valueOf(
                event.event().get(event.event().getSchema().getField("order_id").pos()));
        Money money = orders.computeIfAbsent(order, id -> new Money());
        if (body instanceof OrderCreated) {
            money.created = true;
        } else if (body instanceof OrderPaid paid) {
            money.payments++;
            money.paid += paid.getAmountFen();
        } else if (body instanceof RefundSucceeded refund) {
            money.refund(time, refund.getAmountFen());
        }
    }

    /**
     * Tells what only all events show.
     *
     * @param teamBuyers how many buyers' names are those of somebody who works for the shop
     */
    public void finish(int teamBuyers) {
        if (replies > 0 && (double) atOnce / replies > ROBOT_SHARE) {
            told.add("replies of agents within a second (is a robot among the people?)", atOnce);
        }
        if (replies > 0 && (double) atNight / replies > NIGHT_SHARE) {
            told.add("replies outside the opening hours (is the zone right?)", atNight);
        }
        told.add("an account that is also a buyer", teamBuyers);
        currencies.tell(told);
    }

    private static final class Money {
        private boolean created;
        private int payments;
        private long paid;
        private long refunded;
        private int equalRefunds;
        private final Map<Long, Long> lastByAmount = new HashMap<>();

        void refund(long time, long amount) {
            refunded += amount;
            Long before = lastByAmount.put(amount, time);
            if (before != null && time - before <= EQUAL_REFUNDS_MILLIS) {
                equalRefunds++;
            }
        }

        void tell(Tally told) {
            told.add("refunds above the payment", refunded > paid ? 1 : 0);
            told.add("two equal refunds within 5 s", equalRefunds);
            told.add("paid orders without creation", payments > 0 && !created ? 1 : 0);
        }
    }
}
