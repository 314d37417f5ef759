package io.deskpulse.imports.functions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.regex.Pattern;

/** Amounts as other systems write them, in minor units of their currency; exact, since a digit that is left over is a mistake. */
public final class Money {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,16}(?:\\.\\d{1,8})?");

    private Money() {}

    /**
     * Minor units of an amount.
     *
     * @param amount a decimal with a point
     * @param currency ISO 4217 code, which says how many digits its minor unit has
     * @throws IllegalArgumentException when it is no amount, the currency is none, or digits are left over
     */
    public static long minor(String amount, String currency) {
        try {
            return decimal(amount).movePointRight(digits(currency)).longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "expected an amount of at most " + digits(currency) + " digits behind the point", e);
        }
    }

    /** Minor units of one of several pieces, or of an amount at a rate; what the division leaves over is rounded half up. */
    public static long minor(String amount, String currency, String divisor) {
        BigDecimal by = decimal(divisor);
        if (by.signum() == 0) {
            throw new IllegalArgumentException("expected a number of pieces, found none");
        }
        BigDecimal whole = decimal(amount).movePointRight(digits(currency));
        return whole.divide(by, 0, RoundingMode.HALF_UP).longValueExact();
    }

    /** Minor units of an amount times a rate, itself a quotient; half up. */
    public static long converted(String amount, String currency, String numerator, String denominator) {
        BigDecimal by = decimal(denominator);
        if (by.signum() == 0) {
            throw new IllegalArgumentException("expected a rate, found none");
        }
        BigDecimal whole = decimal(amount).multiply(decimal(numerator)).movePointRight(digits(currency));
        return whole.divide(by, 0, RoundingMode.HALF_UP).longValueExact();
    }

    /** Whether there is such a currency. */
    public static boolean isCurrency(String code) {
        try {
            digits(code);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static BigDecimal decimal(String text) {
        String stripped = text.strip();
        if (!DECIMAL.matcher(stripped).matches()) {
            throw new IllegalArgumentException("expected an amount such as 12.50");
        }
        return new BigDecimal(stripped);
    }

    private static int digits(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("expected a currency such as EUR", e);
        }
    }
}
