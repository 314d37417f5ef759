package io.deskpulse.ops.tables;

import java.math.BigDecimal;
import java.util.Locale;

/** How values look in a cell: in a width that does not grow with them. */
public final class Cells {
    private static final String NOTHING = "-";

    private Cells() {}

    /** A count with thousands separated. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /**
     * A time in its largest two units from an hour on ({@code 3 h 20 min}, {@code 15 d 3 h}), in seconds below.
     *
     * @param millis 0 or more; null is a dash
     */
    public static String duration(Double millis) {
        if (millis == null) {
            return NOTHING;
        }
        if (Math.round(millis / 100) < 36_000) {
            return String.format(Locale.ROOT, "%,.1f s", millis / 1_000);
        }
        long minutes = Math.round(millis / 60_000);
        if (minutes < 1_440) {
            return minutes / 60 + " h " + minutes % 60 + " min";
        }
        long hours = Math.round(millis / 3_600_000);
        return String.format(Locale.ROOT, "%,d d %d h", hours / 24, hours % 24);
    }

    /** A share as both counts and percent, {@code 21 of 40,  52.5 %}; a dash when it is a share of nothing. */
    public static String share(long part, long whole) {
        return whole == 0
                ? NOTHING
                : String.format(Locale.ROOT, "%,d of %,d, %5.1f %%", part, whole, 100.0 * part / whole);
    }

    /** Money in the currency's main unit with so many digits of the minor one: {@code 1,234.50} with 2. */
    public static String money(long minorUnits, int minorDigits) {
        return String.format(Locale.ROOT, "%,." + minorDigits + "f", BigDecimal.valueOf(minorUnits, minorDigits));
    }

    /** A name, cut to so many columns of a terminal. */
    public static String name(String name, int columns) {
        return TextWidth.cut(name, columns);
    }
}
