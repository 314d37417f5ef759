package io.deskpulse.digest.delivery;

import io.deskpulse.digest.content.Digest;
import io.deskpulse.digest.subscriptions.Subscription;

/**
 * One version of a digest for one receiver.
 *
 * @param id the same for every attempt, and for nothing else
 * @param issueId which digest
 * @param digest what it says
 * @param subscription whose wish it is
 * @param channel how it goes, in a word
 * @param receiver who gets it, without the address
 */
public record Delivery(
        String id, String issueId, Digest digest, Subscription subscription, String channel, String receiver) {}
