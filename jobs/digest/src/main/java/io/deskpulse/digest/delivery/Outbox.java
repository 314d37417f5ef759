package io.deskpulse.digest.delivery;

import io.deskpulse.digest.content.Digest;
import io.deskpulse.digest.content.DigestPeriod;
import io.deskpulse.digest.subscriptions.Subscription;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was made and what was sent, kept where a sender that starts anew finds it. Each write is there when its method returns. */
public interface Outbox {

    /** The latest version of a digest that was made. */
    Optional<Digest> latest(String shop, String issueId);

    /** Keeps a version of a digest. */
    void keep(String issueId, Digest digest);

    /** How deliveries stand, by their ids; those never tried are left out. */
    Map<String, DeliveryState> states(String shop, Collection<String> deliveryIds);

    /** The periods of which a subscription was sent a digest, or tried to, since a day; in order. */
    List<DigestPeriod> periods(Subscription subscription, DigestPeriod since);

    /** Those that a subscription sent a digest of a period or of one before it, or tried to, since a day; without their addresses. */
    Set<String> receivers(Subscription subscription, DigestPeriod since, DigestPeriod until);

    /**
     * Keeps how a delivery stands from now on.
     *
     * @param detail what the receiver answered; empty when nothing
     */
    void note(Delivery delivery, DeliveryState state, Instant at, String detail);
}
