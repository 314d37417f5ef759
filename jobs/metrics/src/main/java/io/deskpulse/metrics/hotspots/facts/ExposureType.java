package io.deskpulse.metrics.hotspots.facts;

/** What may lead to a complaint. Ordinals are kept in states: constants are only added at the end. */
public enum ExposureType {
    /** Order lines in parcels signed: quality. */
    SIGNED,
    /** Parcels handed over to a carrier: logistics. */
    SHIPPED,
    /** Conversations that asked for a human: service. */
    CONVERSATION;

    /** How many there are. */
    public static final int COUNT = values().length;

    private static final ExposureType[] ALL = values();

    /** The type of an ordinal. */
    public static ExposureType of(int ordinal) {
        return ALL[ordinal];
    }
}
