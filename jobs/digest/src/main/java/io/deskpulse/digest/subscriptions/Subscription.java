package io.deskpulse.digest.subscriptions;

import io.deskpulse.digest.content.Cadence;
import io.deskpulse.digest.content.DigestPeriod;
import io.deskpulse.digest.reading.ProductChoice;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A wish for digests.
 *
 * @param name what people call it, unique in the file
 * @param shop whose digests
 * @param products of which products
 * @param language en or zh
 * @param cadence by day or by week
 * @param hour at which it is due on the day after the period, on the shop's clock
 * @param receivers all that get it
 */
public record Subscription(
        String name,
        String shop,
        ProductChoice products,
        String language,
        Cadence cadence,
        int hour,
        List<Receiver> receivers) {
    /** Copies the list. */
    public Subscription {
        receivers = List.copyOf(receivers);
    }

    /** When the digest of a period is due. */
    public Instant dueAt(DigestPeriod period, ZoneId zone) {
        return period.to().atTime(hour, 0).atZone(zone).toInstant();
    }

    /** The last period whose digest is due at an instant. */
    public DigestPeriod lastDue(Instant now, ZoneId zone) {
        DigestPeriod over = cadence.lastBefore(now.atZone(zone).toLocalDate());
        return dueAt(over, zone).isAfter(now) ? over.before() : over;
    }
}
