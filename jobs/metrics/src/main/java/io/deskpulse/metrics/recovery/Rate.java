package io.deskpulse.metrics.recovery;

/**
 * A share of a whole, kept as two counts: never rounded, compared exactly.
 *
 * @param numerator what counts as good, 0 to {@code denominator}
 * @param denominator all there was, 0 to 10^14; 0 means that the rate has no value
 */
public record Rate(long numerator, long denominator) {
    /** Nothing was counted. */
    public static final Rate NONE = new Rate(0, 0);

    private static final long MOST = 100_000_000_000_000L;
    private static final int BASIS_POINTS = 10_000;

    /** Checks the ranges. */
    public Rate {
        if (denominator < 0 || denominator > MOST) {
            throw new IllegalArgumentException("denominator must be 0 to " + MOST + ", got " + denominator);
        }
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException(
                    "numerator must be 0 to the denominator, got " + numerator + " of " + denominator);
        }
    }

    /** Whether there is anything to take a share of. */
    public boolean hasValue() {
        return denominator > 0;
    }

    /** What was not good, count. */
    public long misses() {
        return denominator - numerator;
    }

    /** Both counted together. */
    public Rate plus(Rate other) {
        return new Rate(numerator + other.numerator, denominator + other.denominator);
    }

    /** Whether it is the target or above it; false without a value. */
    public boolean reaches(Target target) {
        return hasValue()
                && Math.multiplyExact(numerator, target.denominator())
                        >= Math.multiplyExact(denominator, target.numerator());
    }

    /**
     * Hundredths of a percent, 0 to 10000, rounded down so that a rate below its target never looks like the target.
     *
     * @throws IllegalStateException without a value
     */
    public int basisPoints() {
        if (!hasValue()) {
            throw new IllegalStateException("a rate of nothing has no value");
        }
        return (int) (numerator * BASIS_POINTS / denominator);
    }
}
