package io.deskpulse.metrics.complaints;

import java.util.ArrayList;
import java.util.List;

/**
 * One parcel of an order, as far as it is known.
 *
 * <p>Instants are milliseconds since the epoch, {@link OrderComplaints#NONE} when there is none.
 */
public final class Parcel {
    final String parcelId;
    /** Empty for every line of the order. */
    final List<String> skuIds = new ArrayList<>(0);

    /** All that ever had it. */
    final List<String> carriers = new ArrayList<>(1);

    String carrier;
    long shippedMillis = OrderComplaints.NONE;
    long handedOverMillis = OrderComplaints.NONE;
    long signedMillis = OrderComplaints.NONE;
    /** Calendar day of the delivery in the zone of the shop, in days since 1970-01-01. */
    int signedDay;

    Parcel(String parcelId) {
        this.parcelId = parcelId;
    }

    /** Its id, unique within the shop. */
    public String parcelId() {
        return parcelId;
    }

    /** Who has it: the carrier of the last hand-over; null when none is known. */
    public String carrier() {
        return carrier;
    }

    /** When it was first handed over. */
    public long shippedMillis() {
        return shippedMillis;
    }

    /** When it was delivered. */
    public long signedMillis() {
        return signedMillis;
    }

    boolean isShipped() {
        return shippedMillis != OrderComplaints.NONE;
    }

    boolean isSigned() {
        return signedMillis != OrderComplaints.NONE;
    }

    /** Whether it may have brought a product; any has when the product is null. */
    boolean mayHold(String skuId) {
        return skuId == null || skuIds.isEmpty() || skuIds.contains(skuId);
    }

    void shipped(ComplaintEvent event) {
        if (!isShipped()) {
            shippedMillis = event.timeMillis();
        }
        handedOverMillis = event.timeMillis();
        carrier = event.label() == null ? carrier : event.label();
        if (carrier != null && !carriers.contains(carrier)) {
            carriers.add(carrier);
        }
        event.skuIds().stream().filter(sku -> !skuIds.contains(sku)).forEach(skuIds::add);
    }
}
