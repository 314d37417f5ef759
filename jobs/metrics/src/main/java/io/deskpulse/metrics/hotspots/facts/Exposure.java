package io.deskpulse.metrics.hotspots.facts;

/**
 * Exposures of a shop under one value of one dimension: what happens under several, as a parcel of a carrier that goes to a region,
 * is told once for each, and once for the whole shop.
 *
 * @param timeMillis event time, milliseconds since the epoch; that of the earliest when several of a tick are added up
 * @param type what may lead to a complaint
 * @param dimension of the value
 * @param value such as a SKU; {@link Complaint#WHOLE_SHOP} for all of the shop; an unknown one is no exposure
 * @param count how many, 1 or more
 */
public record Exposure(long timeMillis, ExposureType type, Dimension dimension, String value, int count)
        implements Signal {
    /** Checks the parts. */
    public Exposure {
        if (type == null || dimension == null || value == null) {
            throw new IllegalArgumentException("an exposure needs a type, a dimension and a value, got %s, %s, %s"
                    .formatted(type, dimension, value));
        }
        if (count < 1) {
            throw new IllegalArgumentException("count must be >= 1, got " + count);
        }
    }
}
