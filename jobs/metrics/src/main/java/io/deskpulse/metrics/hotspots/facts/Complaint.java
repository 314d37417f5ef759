package io.deskpulse.metrics.hotspots.facts;

/**
 * A complaint of a shop: a ticket opened as one, a refund for a reason of quality, logistics or service, or a review of one or two
 * stars; once per order, reason and SKU, at the time of the earliest event that makes it one.
 *
 * @param timeMillis event time, milliseconds since the epoch
 * @param eventId id of that event; decides the order among equal times
 * @param reason its place in the taxonomy, 0 or more
 * @param buyerHash 64-bit hash of the buyer's id
 * @param exposedAtMillis when its parcel was signed, handed over, or its conversation began, by its reason's exposure; {@link
 *     #UNKNOWN} when nobody knows
 * @param sku null when unknown, as the next three; an unknown attribute makes no cell
 * @param region where the parcel went
 * @param carrier who brought it
 * @param agentGroup who answered
 */
public record Complaint(
        long timeMillis,
        String eventId,
        int reason,
        long buyerHash,
        long exposedAtMillis,
        String sku,
        String region,
        String carrier,
        String agentGroup)
        implements Signal {
    /** No time. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    /** The value of the shop's own cell. */
    public static final String WHOLE_SHOP = "";

    /** Its value in a dimension; null when unknown. */
    public String value(Dimension dimension) {
        return switch (dimension) {
            case SKU -> sku;
            case REGION -> region;
            case CARRIER -> carrier;
            case AGENT_GROUP -> agentGroup;
            case SHOP -> WHOLE_SHOP;
        };
    }
}
