package io.deskpulse.metrics.conversion;

import io.deskpulse.metrics.conversion.BuyerEvent.Kind;
import io.deskpulse.metrics.timeline.TimelineEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * docs/metrics.md read literally: every question asks the whole list of events again. Slow, without state, and written
 * without a look at the automaton; the two must agree. Knows one buyer and forgets nothing. Consults, creations and payments
 * are compared by instants, everything else by its place in the list.
 */
final class ConversionOracle {
    private static final long LOOK_BACK_MILLIS = 21L * 24 * 3600 * 1000;

    private final List<BuyerEvent> events;
    private final TreeMap<String, String> facts = new TreeMap<>();

    private ConversionOracle(List<BuyerEvent> delivered) {
        TreeSet<BuyerEvent> distinct = new TreeSet<>(TimelineEvent.ORDER);
        distinct.addAll(delivered);
        events = new ArrayList<>(distinct);
    }

    /** What docs/metrics.md says about each order, trouble and enquiry, as text by name. */
    static TreeMap<String, String> read(List<BuyerEvent> delivered) {
        ConversionOracle oracle = new ConversionOracle(delivered);
        oracle.orders();
        oracle.troubles();
        oracle.enquiries();
        return oracle.facts;
    }

    /** The same from the automaton's rows. */
    static TreeMap<String, String> facts(Iterable<BuyerFacts> rows) {
        TreeMap<String, String> facts = new TreeMap<>();
        for (BuyerFacts row : rows) {
            if (row instanceof OrderFacts o) {
                facts.put(
                        "order " + o.orderId(),
                        text(
                                instant(o.createdAtMillis()),
                                instant(o.paidAtMillis()),
                                o.paidFen(),
                                o.refundedFen(),
                                instant(o.closedAtMillis()),
                                instant(o.remindedAtMillis()),
                                o.firstGuide(),
                                o.lastGuide(),
                                o.orderAgent(),
                                o.payAgent(),
                                o.orderFirst()));
            } else if (row instanceof TroubleFacts t) {
                facts.put(
                        "trouble " + t.orderId() + t.troubleId(),
                        text(
                                t.kind(),
                                instant(t.detectedAtMillis()),
                                instant(t.firstWordAtMillis()),
                                t.isProactive(),
                                t.firstWordAccount(),
                                instant(t.fixedAtMillis())));
            } else if (row instanceof BuyerDayFacts d && d.consultedAtMillis() != BuyerFacts.NONE) {
                facts.put(
                        "enquiry " + d.epochDay(),
                        text(
                                instant(d.consultedAtMillis()),
                                d.accounts(),
                                d.isEnquirer(),
                                d.orderedSameDay(),
                                d.paidSameDay(),
                                d.paidNextDay()));
            }
        }
        return facts;
    }

    private void orders() {
        Set<String> ids = new HashSet<>();
        events.stream().filter(e -> !e.kind().isInChat()).forEach(e -> ids.add(e.subject()));
        for (String id : ids) {
            int created = first(Kind.ORDER_CREATED, id);
            List<Integer> payments = payments(id);
            int paid = payments.isEmpty() ? -1 : payments.get(payments.size() - 1);
            if (created < 0 && paid < 0) {
                continue;
            }
            List<Integer> ofPayment = paid < 0 ? List.of() : candidates(paid);
            List<Integer> ofCreation = created < 0 ? List.of() : candidates(created);
            List<Integer> between = new ArrayList<>();
            for (int i = 0; created >= 0 && paid >= 0 && i < events.size(); i++) {
                if (isConsult(i) && millis(i) > millis(created) && millis(i) <= millis(paid)) {
                    between.add(i);
                }
            }
            String atOrder = last(ofCreation);
            String atPay = last(between);
            String firstGuide =
                    ofPayment.isEmpty() ? null : events.get(ofPayment.get(0)).account();
            facts.put(
                    "order " + id,
                    text(
                            at(created),
                            at(paid),
                            payments.stream()
                                    .mapToLong(i -> events.get(i).amountFen())
                                    .sum(),
                            refunded(id),
                            at(first(Kind.ORDER_CLOSED, id)),
                            at(reminder(id, first(Kind.ORDER_PAID, id))),
                            firstGuide,
                            last(ofPayment),
                            atOrder,
                            atPay,
                            atOrder != null ? atOrder : atPay));
        }
    }

    /** The payments that make up the whole: the first, or all with an id of their own when the first has one. */
    private List<Integer> payments(String orderId) {
        List<Integer> payments = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int first = first(Kind.ORDER_PAID, orderId);
        for (int i = Math.max(0, first); first >= 0 && i < events.size(); i++) {
            BuyerEvent e = events.get(i);
            boolean isPart = e.kind() == Kind.ORDER_PAID
                    && e.subject().equals(orderId)
                    && e.detail() != null
                    && events.get(first).detail() != null
                    && ids.add(e.detail());
            if (i == first || isPart) {
                payments.add(i);
            }
        }
        return payments;
    }

    /** Whether this event completes the payment of its order. */
    private boolean isPayment(int i) {
        List<Integer> payments =
                events.get(i).kind() == Kind.ORDER_PAID ? payments(events.get(i).subject()) : List.of();
        return !payments.isEmpty() && payments.get(payments.size() - 1) == i;
    }

    private long refunded(String orderId) {
        Set<String> refunds = new HashSet<>();
        return events.stream()
                .filter(e -> e.kind() == Kind.REFUND_SUCCEEDED && e.subject().equals(orderId))
                .filter(e -> refunds.add(e.detail() + ' ' + e.amountFen()))
                .mapToLong(BuyerEvent::amountFen)
                .sum();
    }

    private int reminder(String orderId, int paid) {
        int first = first(Kind.PAYMENT_REMINDED, orderId);
        int closed = first(Kind.ORDER_CLOSED, orderId);
        return paid >= 0 && first > paid || closed >= 0 && first > closed ? -1 : first;
    }

    private void troubles() {
        for (int i = 0; i < events.size(); i++) {
            BuyerEvent e = events.get(i);
            String name = "trouble " + e.subject() + e.detail();
            if (e.kind() != Kind.ORDER_TROUBLED || facts.containsKey(name)) {
                continue;
            }
            int spoken = i + 1;
            while (spoken < events.size() && !events.get(spoken).kind().isInChat()) {
                spoken++;
            }
            BuyerEvent said = spoken < events.size() ? events.get(spoken) : null;
            int fixed = firstWhere(f -> f.kind() == Kind.TROUBLE_FIXED
                    && f.subject().equals(e.subject())
                    && f.detail().equals(e.detail()));
            boolean proactive = said != null && said.kind() == Kind.SHOP_REPLIED;
            String by = proactive ? said.account() : null;
            facts.put(name, text(e.label(), at(i), said == null ? null : at(spoken), proactive, by, at(fixed)));
        }
    }

    private void enquiries() {
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < events.size(); i++) {
            int day = day(i);
            if (!isConsult(i) || !seen.add(day)) {
                continue;
            }
            List<String> accounts = new ArrayList<>();
            for (int j = i; j < events.size() && day(j) == day; j++) {
                if (isConsult(j) && !accounts.contains(events.get(j).account())) {
                    accounts.add(events.get(j).account());
                }
            }
            boolean bought = false;
            boolean ordered = false;
            boolean paidToday = false;
            boolean paidTomorrow = false;
            for (int j = 0; j < events.size(); j++) {
                boolean pays = isPayment(j);
                boolean after = millis(j) > millis(i);
                bought |= pays && millis(j) >= millis(i) - LOOK_BACK_MILLIS && millis(j) < millis(i);
                ordered |= isFirst(Kind.ORDER_CREATED, j) && after && day(j) == day;
                paidToday |= pays && after && day(j) == day;
                paidTomorrow |= pays && day(j) == day + 1;
            }
            facts.put("enquiry " + day, text(at(i), accounts, !bought || paidToday, ordered, paidToday, paidTomorrow));
        }
    }

    private boolean isConsult(int i) {
        BuyerEvent reply = events.get(i);
        if (reply.kind() != Kind.SHOP_REPLIED || reply.account() == null) {
            return false;
        }
        for (int j = 0; j < i; j++) {
            BuyerEvent asked = events.get(j);
            if (asked.kind() == Kind.BUYER_SPOKE && asked.subject().equals(reply.subject()) && day(j) == day(i)) {
                return true;
            }
        }
        return false;
    }

    private List<Integer> candidates(int instant) {
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            int age = day(instant) - day(i);
            if (isConsult(i) && millis(i) <= millis(instant) && (age == 0 || age == 1)) {
                candidates.add(i);
            }
        }
        return candidates;
    }

    private String last(List<Integer> consults) {
        return consults.isEmpty()
                ? null
                : events.get(consults.get(consults.size() - 1)).account();
    }

    private int first(Kind kind, String orderId) {
        return firstWhere(e -> e.kind() == kind && e.subject().equals(orderId));
    }

    private boolean isFirst(Kind kind, int i) {
        return events.get(i).kind() == kind && first(kind, events.get(i).subject()) == i;
    }

    private int firstWhere(Predicate<BuyerEvent> wanted) {
        for (int i = 0; i < events.size(); i++) {
            if (wanted.test(events.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private int day(int i) {
        Instant at = Instant.ofEpochMilli(events.get(i).timeMillis());
        return (int) at.atZone(Story.ZONE).toLocalDate().toEpochDay();
    }

    private long millis(int i) {
        return events.get(i).timeMillis();
    }

    private Instant at(int i) {
        return i < 0 ? null : Instant.ofEpochMilli(events.get(i).timeMillis());
    }

    private static Instant instant(long millis) {
        return millis == BuyerFacts.NONE ? null : Instant.ofEpochMilli(millis);
    }

    private static String text(Object... values) {
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(Objects.toString(value, "-"));
        }
        return String.join(" ", texts);
    }
}
