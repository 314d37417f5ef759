package io.deskpulse.metrics.recovery;

import java.math.BigDecimal;

/**
 * The rate to be reached, as an exact fraction.
 *
 * @param numerator at least 1, at most {@code denominator}
 * @param denominator 1 to 10^4, which is hundredths of a percent
 */
public record Target(int numerator, int denominator) {
    private static final int DIGITS = 4;
    private static final int MOST = 10_000;

    /** Checks the ranges. */
    public Target {
        if (denominator < 1 || denominator > MOST) {
            throw new IllegalArgumentException("denominator must be 1 to " + MOST + ", got " + denominator);
        }
        if (numerator < 1 || numerator > denominator) {
            throw new IllegalArgumentException(
                    "target must be above 0 and at most 1, got " + numerator + "/" + denominator);
        }
    }

    /**
     * Reads {@code 0.98}, {@code 98%} or {@code 98 %}.
     *
     * @throws IllegalArgumentException when the text is none of them, is not above 0 and at most 1, or has more than four decimal places
     */
    public static Target parse(String text) {
        String number = text.strip();
        boolean percent = number.endsWith("%");
        try {
            BigDecimal value = new BigDecimal(
                    percent ? number.substring(0, number.length() - 1).strip() : number);
            BigDecimal ratio = (percent ? value.movePointLeft(2) : value).stripTrailingZeros();
            if (ratio.scale() > DIGITS) {
                throw new IllegalArgumentException("a target has at most " + DIGITS + " decimal places, got " + text);
            }
            if (ratio.signum() <= 0 || ratio.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("a target is above 0 and at most 1 (or 100%), got " + text);
            }
            int scale = Math.max(0, ratio.scale());
            return new Target(
                    ratio.movePointRight(scale).intValueExact(),
                    BigDecimal.TEN.pow(scale).intValueExact());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a target is a number such as 0.98 or 98%, got " + text, e);
        }
    }
}
