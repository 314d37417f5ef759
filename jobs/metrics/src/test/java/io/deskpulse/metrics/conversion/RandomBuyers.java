package io.deskpulse.metrics.conversion;

import io.deskpulse.metrics.conversion.BuyerEvent.Kind;
import io.deskpulse.metrics.timeline.TimelineEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded events of buyers that no sane shop would see: ties in time, orders before, after and between chats, nonsense included. */
public final class RandomBuyers {
    /** Few, so that a refund is told again with the amount it had. */
    private static final List<String> PRODUCTS = List.of("sku-1", "sku-2", "sku-1");

    private static final long[] AMOUNTS = {1, 4_900, 9_900, 100_000};

    private static final String[] ACCOUNTS = {"a", "b", "c", null};
    private static final String[] TROUBLES = {"OUT_OF_STOCK", "ADDRESS_INCOMPLETE", "LOGISTICS_DELAYED"};
    private static final Kind[] KINDS = Kind.values();

    private RandomBuyers() {}

    /** Events of some buyers of shop s1 in time order. */
    public static List<BuyerEvent> shop(int seed, int buyers, int eventsEach, long longestGapMillis) {
        List<BuyerEvent> events = new ArrayList<>();
        for (int b = 0; b < buyers; b++) {
            events.addAll(events(31 * seed + b, "b" + b, eventsEach, longestGapMillis));
        }
        events.sort(TimelineEvent.ORDER);
        return events;
    }

    /** Events of one buyer in time order. */
    public static List<BuyerEvent> events(int seed, String buyer, int count, long longestGapMillis) {
        SplittableRandom random = new SplittableRandom(seed);
        List<BuyerEvent> events = new ArrayList<>();
        long millis = Story.millis("2026-11-11", "20:00:00") + random.nextLong(longestGapMillis);
        for (int i = 0; i < count; i++) {
            millis += random.nextInt(4) == 0 ? 0 : random.nextLong(1 + longestGapMillis / (1 + random.nextInt(20)));
            events.add(event(random, buyer, buyer + "-e%04d".formatted(i), millis));
        }
        events.sort(TimelineEvent.ORDER);
        return events;
    }

    private static BuyerEvent event(SplittableRandom random, String buyer, String id, long millis) {
        Kind kind = random.nextInt(3) == 0 ? KINDS[random.nextInt(2)] : anyKind(random);
        String subject = kind.isInChat() ? buyer + "-c" + random.nextInt(2) : buyer + "-o" + random.nextInt(4);
        boolean hasAccount = kind == Kind.SHOP_REPLIED || kind == Kind.PAYMENT_REMINDED;
        return new BuyerEvent(
                "s1",
                buyer,
                id,
                millis,
                kind,
                subject,
                hasAccount ? ACCOUNTS[random.nextInt(ACCOUNTS.length)] : null,
                detail(random, kind, subject),
                label(random, kind),
                kind == Kind.ORDER_PAID || kind == Kind.REFUND_SUCCEEDED ? AMOUNTS[random.nextInt(AMOUNTS.length)] : 0,
                kind == Kind.ORDER_CREATED || kind == Kind.REFUND_REQUESTED
                        ? PRODUCTS.subList(0, Math.floorMod(millis, PRODUCTS.size() + 1))
                        : List.of());
    }

    private static Kind anyKind(SplittableRandom random) {
        int kind = random.nextInt(13);
        return kind == 12 ? Kind.PARCEL_SHIPPED : KINDS[kind];
    }

    private static String detail(SplittableRandom random, Kind kind, String subject) {
        return switch (kind) {
            case ORDER_CLOSED -> random.nextInt(2) == 0 ? "UNPAID" : "RETURNED";
            case ORDER_TROUBLED, TROUBLE_FIXED -> subject + "-t" + random.nextInt(2);
            case REFUND_REQUESTED, REFUND_SUCCEEDED, REFUND_CLOSED -> subject + "-r" + random.nextInt(3);
            case PARCEL_SHIPPED, PARCEL_SIGNED -> subject + "-k" + random.nextInt(2);
            case ORDER_PAID -> random.nextInt(3) == 0 ? null : "p" + random.nextInt(3);
            default -> null;
        };
    }

    private static String label(SplittableRandom random, Kind kind) {
        return switch (kind) {
            case ORDER_TROUBLED -> TROUBLES[random.nextInt(TROUBLES.length)];
            case ORDER_CREATED -> random.nextInt(5) == 0 ? BuyerEvent.PRESALE : null;
            default -> null;
        };
    }
}
