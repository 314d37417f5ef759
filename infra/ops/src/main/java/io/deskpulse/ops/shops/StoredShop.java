package io.deskpulse.ops.shops;

import io.deskpulse.streaming.shops.ShopHours;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalInt;

/**
 * A shop as the view {@code shops} tells it.
 *
 * @param described whether settings describe it; else all below is what holds of shops that are not described
 * @param zone on whose clock its days and hours are
 * @param rule what its replies are judged by, with its version
 * @param targetPercent what that rate should reach
 * @param hours when it is open
 */
public record StoredShop(String id, boolean described, ZoneId zone, String rule, int targetPercent, ShopHours hours) {
    private static final int DAY_SECONDS = 86_400;

    /** When it closes on a date, seconds after local midnight, up to 86400; the end of the date when it does not open on it. */
    public int closingSecond(LocalDate date) {
        OptionalInt closing = hours.closingSecond(date);
        return closing.orElse(DAY_SECONDS);
    }
}
