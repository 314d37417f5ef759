package io.deskpulse.metrics.complaints;

import io.deskpulse.metrics.binary.Hash64;
import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import io.deskpulse.metrics.hotspots.facts.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What hotspots are told of an order, from its events in order: parcels handed over, order lines signed, complaints.
 *
 * <p>Each exposure counts once under each value: a parcel when it is first handed over, and again under a carrier that takes it over; a
 * line with the first parcel that brings its product. A complaint has the attributes under which its exposures were counted, no others: a
 * cell of complaints without exposures would look like a hotspot for ever.
 */
public final class OrderSignalReader {
    private final List<Reason> reasons;
    private final Map<String, Integer> places = new HashMap<>();

    /** A reader that knows reasons by their places in the taxonomy. */
    public OrderSignalReader(List<Reason> reasons) {
        this.reasons = List.copyOf(reasons);
        for (Reason reason : reasons) {
            places.put(reason.code(), places.size());
        }
    }

    /**
     * Reads the next event.
     *
     * @param listener is told what follows from it; null when it comes too late for signals, and is remembered all the same
     */
    public void read(OrderSignals state, ComplaintEvent event, SignalListener listener) {
        OrderComplaints order = state.order;
        boolean ofParcel = event.kind() == ComplaintEvent.Kind.SHIPPED || event.kind() == ComplaintEvent.Kind.SIGNED;
        Parcel parcel = ofParcel ? order.parcel(event.detail()) : null;
        boolean wasShipped = ofParcel && parcel.isShipped();
        boolean wasSigned = ofParcel && parcel.isSigned();
        int carriers = ofParcel ? parcel.carriers.size() : 0;
        ComplaintFacts complaint = order.read(event, 0);
        List<String> lines = ofParcel && !wasSigned && parcel.isSigned() ? sign(state, parcel) : null;
        if (listener == null) {
            return;
        }
        if (event.kind() == ComplaintEvent.Kind.SHIPPED) {
            shipped(order, parcel, event, wasShipped, parcel.carriers.size() > carriers, listener);
        } else if (lines != null) {
            signed(order, parcel, event, lines, listener);
        }
        if (complaint != null) {
            complained(order, complaint, listener);
        }
    }

    private static void shipped(
            OrderComplaints order,
            Parcel parcel,
            ComplaintEvent event,
            boolean wasShipped,
            boolean isNewCarrier,
            SignalListener listener) {
        long at = event.timeMillis();
        if (!wasShipped) {
            order.skuIds(parcel).forEach(sku -> listener.exposed(at, ExposureType.SHIPPED, Dimension.SKU, sku, 1));
            expose(at, ExposureType.SHIPPED, Dimension.REGION, order.region, 1, listener);
            expose(at, ExposureType.SHIPPED, Dimension.SHOP, Complaint.WHOLE_SHOP, 1, listener);
        }
        if (isNewCarrier) {
            expose(at, ExposureType.SHIPPED, Dimension.CARRIER, parcel.carrier, 1, listener);
        }
    }

    /** The products of lines that this parcel is the first to bring. */
    private static List<String> sign(OrderSignals state, Parcel parcel) {
        List<String> lines = new ArrayList<>(state.order.skuIds(parcel));
        lines.removeAll(state.signedSkuIds);
        state.signedSkuIds.addAll(lines);
        return lines;
    }

    private static void signed(
            OrderComplaints order, Parcel parcel, ComplaintEvent event, List<String> lines, SignalListener listener) {
        long at = event.timeMillis();
        // Whose lines nobody told brings one.
        int count = order.skuIds(parcel).isEmpty() ? 1 : lines.size();
        if (count > 0) {
            lines.forEach(sku -> listener.exposed(at, ExposureType.SIGNED, Dimension.SKU, sku, 1));
            expose(at, ExposureType.SIGNED, Dimension.REGION, order.region, count, listener);
            expose(at, ExposureType.SIGNED, Dimension.CARRIER, parcel.carrier, count, listener);
            expose(at, ExposureType.SIGNED, Dimension.SHOP, Complaint.WHOLE_SHOP, count, listener);
        }
    }

    private static void expose(
            long at, ExposureType type, Dimension dimension, String value, int count, SignalListener listener) {
        if (value != null) {
            listener.exposed(at, type, dimension, value, count);
        }
    }

    private void complained(OrderComplaints order, ComplaintFacts facts, SignalListener listener) {
        Integer place = places.get(facts.reason);
        if (place == null) {
            listener.unmapped();
            return;
        }
        ExposureType type = reasons.get(place).exposure();
        long buyer = Hash64.of(facts.buyerId, Hash64.NOTHING);
        if (type == ExposureType.CONVERSATION) {
            Complaint complaint = new Complaint(
                    facts.atMillis, facts.eventId, place, buyer, Complaint.UNKNOWN, null, null, null, null);
            if (facts.conversationId == null) {
                listener.complained(complaint);
            } else {
                listener.complainedIn(facts.conversationId, complaint);
            }
            return;
        }
        String sku = facts.skuId != null && order.holds(facts.skuId) ? facts.skuId : null;
        long exposedMillis = type == ExposureType.SIGNED ? facts.signedMillis : facts.shippedMillis;
        listener.complained(new Complaint(
                facts.atMillis,
                facts.eventId,
                place,
                buyer,
                exposedMillis == OrderComplaints.NONE ? Complaint.UNKNOWN : exposedMillis,
                sku,
                order.region,
                facts.carrier,
                null));
    }
}
