package io.deskpulse.digest.content;

import io.deskpulse.metrics.defects.Evidence;

/**
 * Cases among lines delivered.
 *
 * @param cases orders that showed the defect
 * @param exposures order lines of the product delivered
 * @param isSufficient whether there is enough of both to tell a rate
 * @param perThousand cases per 1,000 lines delivered; null when there is not
 * @param low lower end of its 95 % interval; null when there is not
 * @param high upper end of it; null when there is not
 */
public record Rate(long cases, long exposures, boolean isSufficient, Double perThousand, Double low, Double high) {
    private static final double THOUSAND = 1_000;

    /** The rate of so many cases. */
    public static Rate of(long cases, long exposures) {
        Evidence evidence = new Evidence(cases, exposures);
        return evidence.suffices()
                ? new Rate(
                        cases,
                        exposures,
                        true,
                        rounded(THOUSAND * evidence.rate()),
                        rounded(THOUSAND * evidence.low()),
                        rounded(THOUSAND * evidence.high()))
                : new Rate(cases, exposures, false, null, null, null);
    }

    /** What it says to statistics. */
    public Evidence evidence() {
        return new Evidence(cases, exposures);
    }

    private static double rounded(double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }
}
