package io.deskpulse.metrics.complaints;

import io.deskpulse.metrics.timeline.Derivation;
import io.deskpulse.metrics.timeline.EventForm;
import io.deskpulse.metrics.timeline.ShopZones;
import java.util.function.Consumer;

/**
 * The complaints about an order, or of a ticket without one, from its events in order (docs/metrics.md).
 *
 * <p>One row per order with a complaint, and one per order with a line delivered or a defect noted; both are the automaton's state. Not thread-safe: it remembers the calendar day last looked
 * at.
 */
public final class ComplaintDerivation implements Derivation<ComplaintEvent, OrderComplaints, OrderComplaints.Row> {
    private final ShopZones zones;

    /** Facts by the calendar of each shop. */
    public ComplaintDerivation(ShopZones zones) {
        this.zones = zones;
    }

    @Override
    public EventForm<ComplaintEvent> events() {
        return ComplaintEventForm.INSTANCE;
    }

    @Override
    public OrderComplaints start() {
        return new OrderComplaints();
    }

    /** Whether every parcel was delivered and none is awaited. */
    @Override
    public boolean atRest(OrderComplaints order) {
        return order.isAtRest();
    }

    @Override
    public void live(OrderComplaints order, Consumer<OrderComplaints.Row> rows) {
        if (!order.complaints.isEmpty()) {
            rows.accept(new OrderComplaints.Row(order, false));
        }
        if (order.tellsOfProducts()) {
            rows.accept(new OrderComplaints.Row(order, true));
        }
    }

    @Override
    public void advance(OrderComplaints order, ComplaintEvent event, Consumer<OrderComplaints.Row> finished) {
        order.read(event, zones.of(event.shopId()).epochDay(event.timeMillis()));
    }
}
