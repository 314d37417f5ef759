package io.deskpulse.metrics.complaints;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of one order, or of a ticket without an order, as far as complaints need it, and its complaints: row and state in one.
 *
 * <p>Rows belong to the automaton that makes them; nobody else may keep or change them.
 */
public final class OrderComplaints {
    /** Stands for "no such instant". */
    public static final long NONE = Long.MIN_VALUE;

    final List<String> skuIds = new ArrayList<>(1);
    final List<Parcel> parcels = new ArrayList<>(1);
    final List<ComplaintFacts> complaints = new ArrayList<>(0);
    final List<NotedDefect> defects = new ArrayList<>(0);
    String about;
    String region;
    boolean created;
    boolean closed;

    /**
     * A row of it.
     *
     * @param order all that is known, of which the row tells a part
     * @param isOfProducts whether it tells of lines delivered and defects noted, rather than of complaints
     */
    public record Row(OrderComplaints order, boolean isOfProducts) {}

    /**
     * A product of the order that was delivered.
     *
     * @param skuId the product
     * @param signedMillis when the first parcel was delivered that brings it, milliseconds since the epoch
     * @param signedDay the shop's calendar day of it, in days since 1970-01-01
     */
    public record SignedLine(String skuId, long signedMillis, int signedDay) {}

    /**
     * A defect that a ticket notes.
     *
     * @param eventId the event that notes it
     * @param ticketId its ticket
     * @param buyerId keyed hash of the ticket's buyer
     * @param skuId the defective product
     * @param attribute what is defective about it: code of the taxonomy where it has one, else as the shop names it
     * @param severity as the shop names it
     * @param atMillis when it was noted, milliseconds since the epoch
     * @param epochDay the shop's calendar day of it, in days since 1970-01-01
     */
    public record NotedDefect(
            String eventId,
            String ticketId,
            String buyerId,
            String skuId,
            String attribute,
            String severity,
            long atMillis,
            int epochDay) {}

    /** The order or ticket, see {@link ComplaintEvent#about}; null before any event. */
    public String about() {
        return about;
    }

    /** The order; null when it is a ticket without one. */
    public String orderId() {
        return ComplaintEvent.orderId(about);
    }

    /** The products of the order, each once; empty when unknown. */
    public List<String> skuIds() {
        return skuIds;
    }

    /** Where the order goes; null when unknown. */
    public String region() {
        return region;
    }

    /** Its complaints, in the order of their earliest events. */
    public List<ComplaintFacts> complaints() {
        return complaints;
    }

    /** Time of the first complaint; {@link #NONE} without any. */
    public long firstMillis() {
        return complaints.isEmpty() ? NONE : complaints.get(0).atMillis;
    }

    /** Time of the last complaint; {@link #NONE} without any. */
    public long lastMillis() {
        return complaints.isEmpty() ? NONE : complaints.get(complaints.size() - 1).atMillis;
    }

    /** The products that were delivered, each once, in the order of their parcels. */
    public List<SignedLine> signedLines() {
        Map<String, SignedLine> lines = new LinkedHashMap<>();
        for (Parcel parcel : parcels) {
            if (parcel.isSigned()) {
                for (String sku : skuIds(parcel)) {
                    lines.merge(
                            sku,
                            new SignedLine(sku, parcel.signedMillis, parcel.signedDay),
                            (one, other) -> other.signedMillis() < one.signedMillis() ? other : one);
                }
            }
        }
        return List.copyOf(lines.values());
    }

    /** Defects noted, in the order of their events. */
    public List<NotedDefect> defects() {
        return defects;
    }

    /** Whether a line was delivered or a defect noted. */
    boolean tellsOfProducts() {
        return !defects.isEmpty()
                || parcels.stream()
                        .anyMatch(parcel -> parcel.isSigned() && !skuIds(parcel).isEmpty());
    }

    /** Whether nothing is known to come: no parcel is under way and none is awaited. */
    boolean isAtRest() {
        boolean awaited = created && !closed && parcels.isEmpty();
        return !awaited && parcels.stream().allMatch(Parcel::isSigned);
    }

    /**
     * Reads the next event in order.
     *
     * @param epochDay its calendar day
     * @return the complaint that it begins; null when it begins none
     */
    ComplaintFacts read(ComplaintEvent event, int epochDay) {
        about = event.about();
        switch (event.kind()) {
            case CREATED -> {
                created = true;
                region = region == null ? event.label() : region;
                event.skuIds().stream().filter(sku -> !skuIds.contains(sku)).forEach(skuIds::add);
            }
            case CLOSED -> closed = true;
            case SHIPPED -> parcel(event.detail()).shipped(event);
            case SIGNED -> {
                Parcel parcel = parcel(event.detail());
                if (!parcel.isSigned()) {
                    parcel.signedMillis = event.timeMillis();
                    parcel.signedDay = epochDay;
                }
            }
            case REFUND_CLOSED -> {
                if (ComplaintEvent.BUYER.equals(event.label())) {
                    complaints.forEach(complaint -> complaint.withdrawn(event));
                }
            }
            case TICKET_TAKEN -> taken(event);
            case DEFECT_NOTED ->
                defects.add(new NotedDefect(
                        event.eventId(),
                        event.ticketId(),
                        event.buyerId(),
                        event.skuId(),
                        event.detail(),
                        event.label(),
                        event.timeMillis(),
                        epochDay));
            default -> {}
        }
        return event.claim() == null ? null : complained(event, epochDay);
    }

    /** The parcel of an id. */
    Parcel parcel(String parcelId) {
        for (Parcel parcel : parcels) {
            if (parcel.parcelId.equals(parcelId)) {
                return parcel;
            }
        }
        Parcel parcel = new Parcel(parcelId);
        parcels.add(parcel);
        return parcel;
    }

    /** The products of a parcel; empty when unknown. */
    List<String> skuIds(Parcel parcel) {
        return parcel.skuIds.isEmpty() ? skuIds : parcel.skuIds;
    }

    /** Whether the order, or a parcel of it, is known to hold a product. */
    boolean holds(String skuId) {
        return skuIds.contains(skuId) || parcels.stream().anyMatch(parcel -> parcel.skuIds.contains(skuId));
    }

    private ComplaintFacts complained(ComplaintEvent event, int epochDay) {
        String sku = event.skuId() == null && skuIds.size() == 1 ? skuIds.get(0) : event.skuId();
        String reason = event.claim().reason();
        ComplaintFacts known = null;
        for (ComplaintFacts complaint : complaints) {
            boolean sameSku = sku == null ? complaint.skuId == null : sku.equals(complaint.skuId);
            known = sameSku && reason.equals(complaint.reason) ? complaint : known;
        }
        ComplaintFacts complaint = known == null ? new ComplaintFacts(reason, sku) : known;
        if (known == null) {
            complaint.begin(event, epochDay, parcelWith(sku));
            complaints.add(complaint);
        }
        complaint.madeBy(event);
        return known == null ? complaint : null;
    }

    /** The parcel handed over last that may have brought a product; null when there is none. */
    private Parcel parcelWith(String skuId) {
        Parcel last = null;
        for (Parcel parcel : parcels) {
            boolean later = last == null || parcel.handedOverMillis >= last.handedOverMillis;
            last = later && parcel.mayHold(skuId) ? parcel : last;
        }
        return last;
    }

    private void taken(ComplaintEvent event) {
        for (ComplaintFacts complaint : complaints) {
            if (event.ticketId().equals(complaint.ticketId) && complaint.account == null) {
                complaint.account = event.label();
            }
        }
    }
}
