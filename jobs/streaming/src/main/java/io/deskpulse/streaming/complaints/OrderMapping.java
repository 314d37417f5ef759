package io.deskpulse.streaming.complaints;

import io.deskpulse.metrics.complaints.ComplaintEvent;
import io.deskpulse.metrics.complaints.ComplaintEvent.Claim;
import io.deskpulse.metrics.complaints.ComplaintEvent.Kind;
import io.deskpulse.streaming.events.EventMapping;
import io.deskpulse.streaming.events.OrderReading;
import java.util.List;

/** What complaints take of an order: what is in it, its parcels, refunds and reviews; of anything else nothing. */
record OrderMapping(ClaimReader claims) implements EventMapping<OrderReading, ComplaintEvent> {
    /** The carrier's word for delivery (orders.avdl, ParcelTraced). */
    private static final String SIGNED = "SIGNED";

    /** The most stars of a review that is a complaint (docs/metrics.md). */
    private static final long FEW_STARS = 2;

    @Override
    public ComplaintEvent of(OrderReading told) {
        return switch (told.body()) {
            case ORDER_CREATED ->
                event(told, Kind.CREATED, null, Names.known(told.region()), Names.known(told.lineSkuIds()), null);
            case ORDER_CLOSED -> event(told, Kind.CLOSED, null, null, List.of(), null);
            case PARCEL_SHIPPED ->
                event(
                        told,
                        Kind.SHIPPED,
                        told.parcelId(),
                        Names.known(told.carrier()),
                        Names.known(told.skuIds()),
                        null);
            case PARCEL_TRACED ->
                told.action().equals(SIGNED) ? event(told, Kind.SIGNED, told.parcelId(), null, List.of(), null) : null;
            case REFUND_REQUESTED ->
                event(
                        told,
                        Kind.REFUND_REQUESTED,
                        told.refundId(),
                        null,
                        sku(told),
                        claims.reasoned(told.shopId(), told.reason(), told.quality()));
            case REFUND_CLOSED -> event(told, Kind.REFUND_CLOSED, told.refundId(), told.by(), List.of(), null);
            case ORDER_REVIEWED ->
                event(
                        told,
                        Kind.REVIEWED,
                        null,
                        null,
                        sku(told),
                        told.stars(0) > FEW_STARS ? null : claims.review(told.shopId(), told.text()));
            default -> null;
        };
    }

    private static List<String> sku(OrderReading told) {
        String sku = Names.known(told.skuId());
        return sku == null ? List.of() : List.of(sku);
    }

    private static ComplaintEvent event(
            OrderReading told, Kind kind, String detail, String label, List<String> skuIds, Claim claim) {
        return new ComplaintEvent(
                told.shopId(),
                ComplaintEvent.ofOrder(told.orderId()),
                told.eventId(),
                told.timeMillis(),
                kind,
                told.buyerId(),
                null,
                detail,
                label,
                skuIds,
                claim);
    }
}
