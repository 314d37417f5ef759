package io.deskpulse.metrics.complaints;

import io.deskpulse.metrics.complaints.ComplaintEvent.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A second reading of what is a complaint: by looking back over all events of an order from each of them, nothing kept in between. */
final class ComplaintOracle {
    private ComplaintOracle() {}

    /** Of each complaint: reason, product, time, event id, carrier, shipped, signed, number of events, taken back, account. */
    static List<String> complaints(List<ComplaintEvent> ordered) {
        Map<List<String>, List<ComplaintEvent>> made = new LinkedHashMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            ComplaintEvent event = ordered.get(i);
            if (event.claim() != null) {
                List<String> key = new ArrayList<>();
                key.add(event.claim().reason());
                key.add(sku(event, ordered.subList(0, i)));
                made.computeIfAbsent(key, k -> new ArrayList<>()).add(event);
            }
        }
        List<String> told = new ArrayList<>();
        made.forEach((key, events) -> told.add(told(key, events, ordered)));
        return told;
    }

    private static String told(List<String> key, List<ComplaintEvent> made, List<ComplaintEvent> ordered) {
        ComplaintEvent first = made.get(0);
        List<ComplaintEvent> before = ordered.subList(0, ordered.indexOf(first));
        String parcel = parcel(key.get(1), before);
        String carrier = null;
        Long shipped = null;
        Long signed = null;
        for (ComplaintEvent event : before) {
            boolean isOfIt = parcel != null && parcel.equals(event.detail());
            if (isOfIt && event.kind() == Kind.SHIPPED) {
                carrier = event.label() == null ? carrier : event.label();
                shipped = shipped == null ? (Long) event.timeMillis() : shipped;
            } else if (isOfIt && event.kind() == Kind.SIGNED) {
                signed = signed == null ? (Long) event.timeMillis() : signed;
            }
        }
        return String.join(
                " ",
                key.toString(),
                Long.toString(first.timeMillis()),
                first.eventId(),
                Objects.toString(carrier),
                Objects.toString(shipped),
                Objects.toString(signed),
                Integer.toString(made.size()),
                Objects.toString(takenBack(made, ordered)),
                Objects.toString(account(made, ordered)));
    }

    private static String sku(ComplaintEvent event, List<ComplaintEvent> before) {
        Set<String> lines = new LinkedHashSet<>();
        before.stream().filter(e -> e.kind() == Kind.CREATED).forEach(e -> lines.addAll(e.skuIds()));
        return event.skuId() == null && lines.size() == 1 ? lines.iterator().next() : event.skuId();
    }

    /** The parcel handed over last that may hold the product; of those never handed over the one heard of last. */
    private static String parcel(String sku, List<ComplaintEvent> before) {
        Map<String, Long> handedOver = new LinkedHashMap<>();
        Map<String, Set<String>> contents = new LinkedHashMap<>();
        for (ComplaintEvent event : before) {
            if (event.kind() == Kind.SHIPPED || event.kind() == Kind.SIGNED) {
                handedOver.merge(
                        event.detail(), event.kind() == Kind.SHIPPED ? event.timeMillis() : Long.MIN_VALUE, Math::max);
                contents.computeIfAbsent(event.detail(), p -> new LinkedHashSet<>())
                        .addAll(event.kind() == Kind.SHIPPED ? event.skuIds() : List.of());
            }
        }
        return handedOver.keySet().stream()
                .filter(p -> sku == null
                        || contents.get(p).isEmpty()
                        || contents.get(p).contains(sku))
                .reduce((one, other) -> handedOver.get(other) >= handedOver.get(one) ? other : one)
                .orElse(null);
    }

    /** When the last of the refunds was withdrawn, given that nothing else makes the complaint by then or ever after. */
    private static Long takenBack(List<ComplaintEvent> made, List<ComplaintEvent> ordered) {
        List<ComplaintEvent> standing = new ArrayList<>();
        Long since = null;
        for (ComplaintEvent event : ordered) {
            boolean isWithdrawal = event.kind() == Kind.REFUND_CLOSED && ComplaintEvent.BUYER.equals(event.label());
            if (made.contains(event)) {
                standing.add(event);
                since = null;
            } else if (isWithdrawal
                    && standing.removeIf(
                            e -> e.kind() == Kind.REFUND_REQUESTED && e.detail().equals(event.detail()))
                    && standing.isEmpty()) {
                since = event.timeMillis();
            }
        }
        return since;
    }

    private static String account(List<ComplaintEvent> made, List<ComplaintEvent> ordered) {
        ComplaintEvent opening = made.stream()
                .filter(e -> e.kind() == Kind.TICKET_OPENED)
                .findFirst()
                .orElse(null);
        return opening == null
                ? null
                : ordered.subList(ordered.indexOf(opening), ordered.size()).stream()
                        .filter(e ->
                                e.kind() == Kind.TICKET_TAKEN && e.ticketId().equals(opening.ticketId()))
                        .map(ComplaintEvent::label)
                        .findFirst()
                        .orElse(null);
    }
}
