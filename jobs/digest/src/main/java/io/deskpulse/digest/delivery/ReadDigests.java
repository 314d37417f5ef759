package io.deskpulse.digest.delivery;

import io.deskpulse.digest.content.Digest;
import io.deskpulse.digest.content.DigestPeriod;
import io.deskpulse.digest.reading.DigestQuestion;
import io.deskpulse.digest.reading.DigestReader;
import io.deskpulse.digest.subscriptions.Subscription;
import io.deskpulse.digest.subscriptions.SubscriptionFile;
import java.time.Instant;
import java.time.ZoneId;

/** Digests read out of ClickHouse, by the settings of a file. */
public final class ReadDigests implements DigestSource {
    private final DigestReader reader;
    private final SubscriptionFile file;

    /** Digests of a server. */
    public ReadDigests(DigestReader reader, SubscriptionFile file) {
        this.reader = reader;
        this.file = file;
    }

    /** Asked anew each time: a sender runs for months, and a shop may move to another zone. */
    @Override
    public ZoneId zone(String shop) {
        return reader.zone(shop);
    }

    @Override
    public Digest make(Subscription subscription, DigestPeriod period, Instant now, Instant serviceAt) {
        String shop = subscription.shop();
        DigestQuestion question = new DigestQuestion(
                shop,
                zone(shop),
                period,
                subscription.products(),
                file.costPerHour(shop, reader.minorDigits(shop)).orElseGet(() -> reader.costPerHour(shop)),
                now,
                serviceAt);
        return reader.readAll(question).withCorrectionPercent(file.correctionPercent());
    }
}
