package io.deskpulse.bench.hotspots.sim;

/** The worlds of HS-1. */
public enum Scenario {
    /** Nothing is wrong. */
    CALM,
    /** Measured day 13 sells ten times as much; nothing is wrong. */
    PROMO,
    /** Thirty bursts a shop. */
    BURST,
    /** Six SKU cells a shop go slowly to three times their rate. */
    DRIFT,
    /** Calm, and complaints never come in clumps. */
    NO_CLUMPS,
    /** Calm, and clumps are twice as likely. */
    DOUBLE_CLUMPS,
    /** Calm, with 7 days of complaints to learn from instead of 21. */
    SHORT_HISTORY;

    /** Days of a world. */
    public static final int DAYS = 87;

    /** Days at its end that are measured. */
    public static final int MEASURED_DAYS = 30;

    /** The first measured day. */
    public static final int MEASURED_FROM = DAYS - MEASURED_DAYS;

    /** The first day with complaints. */
    public int listeningFrom() {
        return MEASURED_FROM - (this == SHORT_HISTORY ? 7 : 21);
    }

    double clumpProbability() {
        return switch (this) {
            case NO_CLUMPS -> 0;
            case DOUBLE_CLUMPS -> .06;
            default -> .03;
        };
    }

    /** What a day sells of a usual one. */
    double sales(int day) {
        if (this != PROMO) {
            return 1;
        }
        return switch (day - MEASURED_FROM) {
            case 10, 11 -> .8;
            case 12, 15 -> 1.3;
            case 13 -> 10;
            case 14 -> 3;
            default -> 1;
        };
    }

    /** What a parcel shipped causes of the usual trouble on a day. */
    double shippingTrouble(int day) {
        int measured = day - MEASURED_FROM;
        return this == PROMO && measured >= 13 && measured < 19 ? 1.1 : 1;
    }
}
