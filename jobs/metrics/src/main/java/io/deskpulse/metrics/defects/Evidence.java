package io.deskpulse.metrics.defects;

/**
 * Cases of a defect among what was delivered.
 *
 * @param cases orders that showed it, >= 0
 * @param exposures order lines delivered, >= 0; may be fewer than the cases, as a case may be of a line delivered earlier
 */
public record Evidence(long cases, long exposures) {
    /** Fewest lines delivered of which a rate is told; the boards show no rate of less either. */
    public static final long LEAST_EXPOSURES = 30;

    /** Fewest cases of which a rate is told: one or two may be anything. */
    public static final long LEAST_CASES = 3;

    private static final double TAIL = 0.025;

    /** Checks the ranges. */
    public Evidence {
        if (cases < 0 || exposures < 0) {
            throw new IllegalArgumentException("cases and exposures must be >= 0, got " + cases + " and " + exposures);
        }
    }

    /** Whether there is enough of it to tell a rate. */
    public boolean suffices() {
        return exposures >= LEAST_EXPOSURES && cases >= LEAST_CASES;
    }

    /** Cases a line delivered; NaN without any line. */
    public double rate() {
        return exposures == 0 ? Double.NaN : (double) cases / exposures;
    }

    /** Lower end of the exact 95 % interval of the rate, the cases being a Poisson count (Garwood 1936); NaN without any line. */
    public double low() {
        return exposures == 0 ? Double.NaN : PoissonInterval.low(cases, TAIL) / exposures;
    }

    /** Upper end of that interval; NaN without any line. */
    public double high() {
        return exposures == 0 ? Double.NaN : PoissonInterval.high(cases, TAIL) / exposures;
    }
}
