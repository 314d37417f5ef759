package io.deskpulse.streaming.complaints;

import io.deskpulse.metrics.complaints.ComplaintDerivation;
import io.deskpulse.metrics.complaints.ComplaintEvent;
import io.deskpulse.metrics.complaints.ComplaintEventForm;
import io.deskpulse.metrics.complaints.ComplaintStateForm;
import io.deskpulse.metrics.complaints.OrderComplaints;
import io.deskpulse.metrics.timeline.Derivation;
import io.deskpulse.metrics.timeline.EventForm;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.ShopZones;
import io.deskpulse.metrics.timeline.StateForm;
import io.deskpulse.streaming.facts.FactFamily;
import java.util.Map;

/**
 * Complaints, of which each order with any, or ticket without an order, has one row for its whole life; and a second one, of the
 * products delivered and the defects noted.
 *
 * @param retention how long a silent order is kept
 * @param defaultZone IANA time zone of shops not listed
 * @param zoneByShop IANA time zone by shop id
 */
public record ComplaintFamily(Retention retention, String defaultZone, Map<String, String> zoneByShop)
        implements FactFamily<ComplaintEvent, OrderComplaints, OrderComplaints.Row> {

    /** Sees to it that no second timeline ever replaces an order's row. */
    public ComplaintFamily {
        retention = retention.withOneRow();
    }

    @Override
    public String id() {
        return "complaint";
    }

    @Override
    public String keyId(ComplaintEvent event) {
        return event.about();
    }

    @Override
    public Derivation<ComplaintEvent, OrderComplaints, OrderComplaints.Row> derivation() {
        return new ComplaintDerivation(ShopZones.of(defaultZone, zoneByShop));
    }

    @Override
    public Object rowKey(OrderComplaints.Row row) {
        return row.isOfProducts();
    }

    @Override
    public EventForm<ComplaintEvent> events() {
        return ComplaintEventForm.INSTANCE;
    }

    @Override
    public StateForm<OrderComplaints> states() {
        return ComplaintStateForm.INSTANCE;
    }
}
