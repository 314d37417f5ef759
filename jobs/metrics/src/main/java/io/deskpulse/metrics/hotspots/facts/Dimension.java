package io.deskpulse.metrics.hotspots.facts;

/**
 * What complaints are grouped by; each value of each, with a reason, is a cell. Ordinals are kept in states: constants are only
 * added at the end.
 */
public enum Dimension {
    /** The article. */
    SKU,
    /** Where the parcel went. */
    REGION,
    /** Who brought it. */
    CARRIER,
    /** Who answered. */
    AGENT_GROUP,
    /** All of the shop. */
    SHOP;

    /** How many there are. */
    public static final int COUNT = values().length;

    private static final Dimension[] ALL = values();

    /** The dimension of an ordinal. */
    public static Dimension of(int ordinal) {
        return ALL[ordinal];
    }
}
