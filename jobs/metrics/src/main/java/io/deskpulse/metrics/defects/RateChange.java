package io.deskpulse.metrics.defects;

import io.deskpulse.metrics.numbers.BetaDistribution;

/**
 * How a rate changed from one stretch of time to another.
 *
 * <p>Given all cases of both, those of the later are binomial with p = r e₂ / (e₁ + r e₂), r being the ratio of the rates and e the
 * exposures; an exact interval of p (Clopper and Pearson) is one of r. No assumption about the size of the rate is made.
 *
 * @param verdict what can be said
 * @param ratio later rate as a multiple of the earlier; NaN when the earlier has no case or either no exposure
 * @param low lower end of its 95 % interval; 0 when the later has no case
 * @param high upper end of it; infinite when the earlier has no case
 * @see "Clopper and Pearson 1934; Przyborowski and Wilenski 1940 on the comparison of two Poisson counts"
 */
public record RateChange(Verdict verdict, double ratio, double low, double high) {
    /** Fewest cases of both together of which a change is told: below, no interval excludes anything. */
    public static final long LEAST_CASES = 5;

    private static final double TAIL = 0.025;

    /** What can be said of a change. */
    public enum Verdict {
        /** The rate is surely lower. */
        DOWN,
        /** The rate is surely higher. */
        UP,
        /** The interval holds 1: no change that could be seen. */
        NO_CHANGE,
        /** There is too little to say anything. */
        INSUFFICIENT
    }

    /** From the earlier to the later. */
    public static RateChange of(Evidence earlier, Evidence later) {
        long all = earlier.cases() + later.cases();
        boolean isThin = earlier.exposures() < Evidence.LEAST_EXPOSURES
                || later.exposures() < Evidence.LEAST_EXPOSURES
                || all < LEAST_CASES;
        if (isThin) {
            return new RateChange(Verdict.INSUFFICIENT, Double.NaN, Double.NaN, Double.NaN);
        }
        double exposures = (double) earlier.exposures() / later.exposures();
        double low = later.cases() == 0
                ? 0
                : odds(new BetaDistribution(later.cases(), earlier.cases() + 1.0).quantile(TAIL)) * exposures;
        double high = earlier.cases() == 0
                ? Double.POSITIVE_INFINITY
                : odds(new BetaDistribution(later.cases() + 1.0, earlier.cases()).quantile(1 - TAIL)) * exposures;
        double ratio = earlier.cases() == 0 ? Double.NaN : later.rate() / earlier.rate();
        Verdict verdict = high < 1 ? Verdict.DOWN : low > 1 ? Verdict.UP : Verdict.NO_CHANGE;
        return new RateChange(verdict, ratio, low, high);
    }

    private static double odds(double p) {
        return p / (1 - p);
    }
}
