package io.deskpulse.digest.delivery;

import io.deskpulse.digest.content.Digest;
import io.deskpulse.digest.content.DigestPeriod;
import io.deskpulse.digest.subscriptions.Subscription;
import java.time.Instant;
import java.time.ZoneId;

/** Where digests come from. */
public interface DigestSource {

    /** The zone of a shop's clock. */
    ZoneId zone(String shop);

    /**
     * The digest of a period as it is now, as its first version, with all items.
     *
     * @param serviceAt until when its second part follows promises and tickets
     */
    Digest make(Subscription subscription, DigestPeriod period, Instant now, Instant serviceAt);
}
