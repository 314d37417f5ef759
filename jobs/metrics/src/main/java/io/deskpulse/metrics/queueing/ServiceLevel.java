package io.deskpulse.metrics.queueing;

/**
 * The three service levels in use, which differ by what becomes of abandoned contacts. A number is never shown without its definition.
 */
public enum ServiceLevel {
    /** (a) Served within the target ÷ offered: an abandoned contact is a miss. */
    SERVED_OF_OFFERED("a"),
    /** (b) Served within the target ÷ (offered - abandoned within the target): who leaves early does not count. */
    SERVED_OF_OFFERED_WITHOUT_SHORT_ABANDONED("b"),
    /** (c) Answered within the target ÷ answered: no abandoned contact counts. */
    ANSWERED_OF_ANSWERED("c");

    /** What is meant where nothing is said. */
    public static final ServiceLevel DEFAULT = SERVED_OF_OFFERED;

    private final String code;

    ServiceLevel(String code) {
        this.code = code;
    }

    /** The letter that exports carry. */
    public String code() {
        return code;
    }

    /**
     * The ratio, 0..1.
     *
     * @param served share of the offered contacts served within the target
     * @param shortAbandoned share of the offered contacts that left within the target
     * @param abandoned share of the offered contacts that left at all
     */
    public double ratio(double served, double shortAbandoned, double abandoned) {
        double base = switch (this) {
            case SERVED_OF_OFFERED -> 1;
            case SERVED_OF_OFFERED_WITHOUT_SHORT_ABANDONED -> 1 - shortAbandoned;
            case ANSWERED_OF_ANSWERED -> 1 - abandoned;
        };
        return base > 0 ? Math.min(1, served / base) : 1;
    }
}
