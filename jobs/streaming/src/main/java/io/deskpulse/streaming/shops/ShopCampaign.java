package io.deskpulse.streaming.shops;

import io.deskpulse.metrics.hotspots.alarms.Campaign;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * A campaign of a shop, on its own clock.
 *
 * @param name what people call it
 * @param from when it begins
 * @param to when it is over, after {@code from}
 */
public record ShopCampaign(String name, LocalDateTime from, LocalDateTime to) {
    /** Checks the times. */
    public ShopCampaign {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("campaign " + name + " must end after it begins");
        }
    }

    /** The same of a zone's clock. */
    public Campaign in(ZoneId zone) {
        return new Campaign(name, millis(from, zone), millis(to, zone));
    }

    private static long millis(LocalDateTime time, ZoneId zone) {
        return time.atZone(zone).toInstant().toEpochMilli();
    }
}
