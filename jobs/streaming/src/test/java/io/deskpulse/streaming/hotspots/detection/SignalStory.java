package io.deskpulse.streaming.hotspots.detection;

import io.deskpulse.metrics.hotspots.HotspotSettings;
import io.deskpulse.metrics.hotspots.alarms.Campaign;
import io.deskpulse.metrics.hotspots.expected.PooledParameters;
import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.Exposure;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import io.deskpulse.metrics.hotspots.facts.Reason;
import io.deskpulse.streaming.hotspots.signals.ShopSignal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A told shop of ten SKUs and two carriers: 500 lines are signed an hour, one in 250 is broken and its buyer says so in two days. */
final class SignalStory {
    static final List<Reason> REASONS =
            List.of(new Reason("broken", ExposureType.SIGNED), new Reason("late", ExposureType.SHIPPED));
    static final long HOUR = 3_600_000L;

    private static final long BEGIN = Instant.parse("2026-03-01T16:00:00Z").toEpochMilli();
    private static final int SKUS = 10;
    private static final int SIGNED_AN_HOUR = 25;
    private static final int CARRIERS = 2;
    private static final double BROKEN = 1.0 / 250;

    final List<ShopSignal> signals = new ArrayList<>();

    private final String shopId;
    private final SplittableRandom random;
    private int events;

    SignalStory(String shopId, long seed) {
        this.shopId = shopId;
        random = new SplittableRandom(seed);
    }

    /** How hotspots are looked for in it: nothing is known before; a campaign runs on day 25. */
    static Detection detection() {
        Detection.ShopCalendar shop =
                new Detection.ShopCalendar("Asia/Shanghai", List.of(new Campaign("spring", at(25, 0), at(26, 0))));
        return new Detection(
                HotspotSettings.of(REASONS),
                PooledParameters.none(REASONS.size()),
                shop,
                Map.of("abroad", new Detection.ShopCalendar("America/Chicago", List.of())));
    }

    /** An instant: so many days after the first midnight, at an hour of the day. */
    static long at(int day, double hour) {
        return BEGIN + day * 24 * HOUR + (long) (hour * HOUR);
    }

    /** Ordinary days pass. */
    SignalStory sell(int fromDay, int toDay) {
        return sell(fromDay, toDay, 1);
    }

    /** Days pass on which so many times as much is signed as usual, and as many of it are broken. */
    SignalStory sell(int fromDay, int toDay, int times) {
        for (int sku = 0; sku < SKUS; sku++) {
            sell(fromDay, toDay, times, "sku-" + sku);
        }
        return this;
    }

    /** The same of one SKU. */
    SignalStory sell(int fromDay, int toDay, int times, String sku) {
        for (int hour = fromDay * 24; hour < toDay * 24; hour++) {
            for (int carrier = 0; carrier < CARRIERS; carrier++) {
                sign(at(0, hour) + random.nextLong(HOUR), sku, "carrier-" + carrier, times * SIGNED_AN_HOUR);
            }
        }
        return this;
    }

    /** Lines are signed, and buyers of the broken ones complain. */
    private void sign(long signed, String sku, String carrier, int lines) {
        expose(signed, Dimension.SKU, sku, lines);
        expose(signed, Dimension.CARRIER, carrier, lines);
        expose(signed, Dimension.SHOP, Complaint.WHOLE_SHOP, lines);
        for (int line = 0; line < lines; line++) {
            if (random.nextDouble() < BROKEN) {
                complain(signed + random.nextLong(48 * HOUR), signed, sku, carrier, random.nextLong());
            }
        }
    }

    private void expose(long millis, Dimension dimension, String value, int count) {
        signals.add(new ShopSignal(shopId, new Exposure(millis, ExposureType.SIGNED, dimension, value, count)));
    }

    /** Different buyers complain of a SKU, seven minutes after each other. */
    SignalStory burst(long fromMillis, String sku, int buyers) {
        for (int buyer = 0; buyer < buyers; buyer++) {
            long millis = fromMillis + buyer * 7 * 60_000L;
            complain(millis, millis - 20 * HOUR, sku, "carrier-" + buyer % 2, fromMillis + buyer);
        }
        return this;
    }

    /** One buyer complains of a SKU again and again, order by order. */
    SignalStory angry(long fromMillis, String sku, int orders) {
        for (int order = 0; order < orders; order++) {
            long millis = fromMillis + order * 7 * 60_000L;
            complain(millis, millis - 20 * HOUR, sku, "carrier-0", 42);
        }
        return this;
    }

    /** Different buyers complain of what one carrier brought, each of another SKU. */
    SignalStory depot(long fromMillis, String carrier, int buyers) {
        for (int buyer = 0; buyer < buyers; buyer++) {
            long millis = fromMillis + buyer * 7 * 60_000L;
            complain(millis, millis - 20 * HOUR, "sku-" + buyer % SKUS, carrier, fromMillis + buyer);
        }
        return this;
    }

    private void complain(long millis, long signed, String sku, String carrier, long buyer) {
        signals.add(new ShopSignal(
                shopId,
                new Complaint(
                        millis, "%s-%05d".formatted(shopId, events++), 0, buyer, signed, sku, null, carrier, null)));
    }

    /** Signals of several shops, in the order of their time. */
    static List<ShopSignal> together(SignalStory... stories) {
        List<ShopSignal> all = new ArrayList<>();
        for (SignalStory story : stories) {
            all.addAll(story.signals);
        }
        all.sort(Comparator.comparingLong(signal -> signal.signal().timeMillis()));
        return all;
    }
}
