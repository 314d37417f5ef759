package io.deskpulse.metrics.complaints;

import io.deskpulse.metrics.complaints.ComplaintEvent.Claim;
import io.deskpulse.metrics.complaints.ComplaintEvent.Kind;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Events of an order of shop {@code s1}, told one after the other; hours are of 2026-11-20, UTC. */
public final class Orders {
    private final List<ComplaintEvent> events = new ArrayList<>();
    private final String order;

    /** Of order {@code o1}. */
    public Orders() {
        this("o1");
    }

    public Orders(String order) {
        this.order = order;
    }

    /** An instant of that day. */
    public static long millis(String time) {
        return LocalDateTime.parse("2026-11-20T" + time)
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }

    public Orders created(String time, String region, String... skus) {
        return add(time, Kind.CREATED, names(null, null, region), List.of(skus), null);
    }

    public Orders shipped(String time, String parcel, String carrier, String... skus) {
        return add(time, Kind.SHIPPED, names(null, parcel, carrier), List.of(skus), null);
    }

    public Orders signed(String time, String parcel) {
        return add(time, Kind.SIGNED, names(null, parcel, null), List.of(), null);
    }

    public Orders refund(String time, String refund, String reason, String... skus) {
        Claim claim = reason == null ? null : new Claim(reason, null, null);
        return add(time, Kind.REFUND_REQUESTED, names(null, refund, null), List.of(skus), claim);
    }

    public Orders refundClosed(String time, String refund, String by) {
        return add(time, Kind.REFUND_CLOSED, names(null, refund, by), List.of(), null);
    }

    public Orders reviewed(String time, String sku, String reason) {
        return add(time, Kind.REVIEWED, names(null, null, null), List.of(sku), new Claim(reason, null, null));
    }

    public Orders ticket(String time, String ticket, String conversation, String reason, String... skus) {
        return add(
                time,
                Kind.TICKET_OPENED,
                names(ticket, conversation, null),
                List.of(skus),
                new Claim(reason, "size", "it is " + reason));
    }

    public Orders taken(String time, String ticket, String account) {
        return add(time, Kind.TICKET_TAKEN, names(ticket, null, account), List.of(), null);
    }

    public Orders defect(String time, String ticket, String sku, String attribute, String severity) {
        return add(time, Kind.DEFECT_NOTED, names(ticket, attribute, severity), List.of(sku), null);
    }

    /** The events so far. */
    public List<ComplaintEvent> events() {
        return events;
    }

    /** Who and what an event names. */
    private record Names(String ticket, String detail, String label) {}

    private static Names names(String ticket, String detail, String label) {
        return new Names(ticket, detail, label);
    }

    private Orders add(String time, Kind kind, Names names, List<String> skus, Claim claim) {
        events.add(new ComplaintEvent(
                "s1",
                ComplaintEvent.ofOrder(order),
                "e%02d".formatted(events.size()),
                millis(time),
                kind,
                "b1",
                names.ticket(),
                names.detail(),
                names.label(),
                skus,
                claim));
        return this;
    }
}
