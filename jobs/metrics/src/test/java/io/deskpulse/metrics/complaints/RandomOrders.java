package io.deskpulse.metrics.complaints;

import io.deskpulse.metrics.complaints.ComplaintEvent.Claim;
import io.deskpulse.metrics.complaints.ComplaintEvent.Kind;
import io.deskpulse.metrics.timeline.TimelineEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded events of several orders, in time order: histories that no sane shop would see, ties and missing creations included. */
public final class RandomOrders {
    private static final Kind[] KINDS = Kind.values();
    private static final String[] SKUS = {"k1", "k2", "k3"};
    private static final String[] REASONS = {"broken", "late", "rude", ""};
    private static final String[] CARRIERS = {"SF", "JD", null};
    private static final String[] CLOSERS = {ComplaintEvent.BUYER, "SHOP", null};

    private RandomOrders() {}

    /** Events of orders {@code o0}, {@code o1} and so on, each with a ticket of its own that is a complaint and nothing else. */
    public static List<ComplaintEvent> events(int seed, int orders, int eventsEach, long longestGapMillis) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ComplaintEvent> events = new ArrayList<>();
        for (int o = 0; o < orders; o++) {
            long millis = Orders.millis("08:00:00") + random.nextLong(longestGapMillis);
            String about = ComplaintEvent.ofOrder("o" + o);
            events.add(event(random, about, "e1", millis, Kind.TICKET_OPENED, "always"));
            for (int i = 0; i < eventsEach; i++) {
                millis += random.nextInt(4) == 0 ? 0 : random.nextLong(longestGapMillis);
                Kind kind = i == 0 && random.nextInt(4) > 0 ? Kind.CREATED : KINDS[random.nextInt(KINDS.length)];
                events.add(event(random, about, "e%03d".formatted(i), millis, kind, "t" + random.nextInt(2)));
            }
        }
        events.sort(TimelineEvent.ORDER);
        return events;
    }

    private static ComplaintEvent event(
            SplittableRandom random, String about, String id, long millis, Kind kind, String ticket) {
        boolean ofTicket = kind == Kind.TICKET_OPENED || kind == Kind.TICKET_TAKEN || kind == Kind.DEFECT_NOTED;
        boolean claims = kind == Kind.REFUND_REQUESTED || kind == Kind.REVIEWED || kind == Kind.TICKET_OPENED;
        boolean isComplaint = claims && (ticket.equals("always") || random.nextInt(4) > 0);
        return new ComplaintEvent(
                "s1",
                about,
                id,
                millis,
                kind,
                random.nextInt(20) == 0 ? "another-buyer" : "buyer-of-" + about,
                ofTicket ? ticket : null,
                detail(random, kind),
                label(random, kind),
                skus(random, kind),
                isComplaint
                        ? new Claim(
                                pick(random, REASONS),
                                random.nextBoolean() ? "size" : null,
                                random.nextBoolean() ? "quote" + random.nextInt(3) : null)
                        : null);
    }

    private static String detail(SplittableRandom random, Kind kind) {
        return switch (kind) {
            case SHIPPED, SIGNED -> "p" + random.nextInt(2);
            case REFUND_REQUESTED, REFUND_CLOSED -> "r" + random.nextInt(2);
            case TICKET_OPENED -> random.nextBoolean() ? "c1" : null;
            case DEFECT_NOTED -> random.nextBoolean() ? "size" : "colour";
            default -> null;
        };
    }

    private static String label(SplittableRandom random, Kind kind) {
        return switch (kind) {
            case CREATED -> random.nextBoolean() ? "region" + random.nextInt(2) : null;
            case SHIPPED -> pick(random, CARRIERS);
            case REFUND_CLOSED -> pick(random, CLOSERS);
            case TICKET_TAKEN -> "account" + random.nextInt(2);
            case DEFECT_NOTED -> "MAJOR";
            default -> null;
        };
    }

    private static List<String> skus(SplittableRandom random, Kind kind) {
        if (kind == Kind.DEFECT_NOTED) {
            return List.of(pick(random, SKUS));
        }
        List<String> skus = new ArrayList<>();
        int most = kind == Kind.CREATED || kind == Kind.SHIPPED ? 3 : 2;
        for (int left = random.nextInt(most); left > 0; left--) {
            String sku = pick(random, SKUS);
            if (!skus.contains(sku)) {
                skus.add(sku);
            }
        }
        return skus;
    }

    private static String pick(SplittableRandom random, String[] some) {
        return some[random.nextInt(some.length)];
    }
}
