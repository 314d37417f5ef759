package io.deskpulse.local.hotspots;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Two made-up shops to which the same happens, as JSON Lines: 26 days of 200 orders of five products, by two carriers to three regions;
 * one line in two hundred is broken, and its buyer says so. On the twenty-fifth day buyers of {@link #SKU} complain one after the other,
 * whoever brought it. The events of one shop arrive in order, each once; those of the other out of order, and a third of them twice.
 */
final class BadBatch {
    static final String CALM = "calm";
    static final String DISORDERED = "disordered";
    static final String SKU = "quilt-3";

    /** So many buyers of the batch complain, nine minutes after each other. */
    static final int BUYERS = 14;

    /** Nothing happens later. */
    static final Instant END = Instant.parse("2026-03-26T16:00:00Z");

    private static final long BEGIN = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000L;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long BOUND = 5 * MINUTE - 1;
    private static final int DAYS = 26;
    private static final int ORDERS_A_DAY = 200;
    private static final int PRODUCTS = 5;
    private static final int BROKEN_ONE_IN = 200;
    private static final int CLOSING_EVENTS = 48;
    private static final String[] CARRIERS = {"SF", "JD"};
    private static final String[] REGIONS = {"浙江", "广东", "四川"};

    /** A line, and when it happened. */
    private record Event(long millis, String line) {}

    /** An order whose line was signed and is not broken. */
    private record Signed(long millis, String order, String sku) {}

    private final String shopId;
    private final SplittableRandom random = new SplittableRandom(1);
    private final List<Event> events = new ArrayList<>();
    private final List<Signed> sound = new ArrayList<>();

    private BadBatch(String shopId) {
        this.shopId = shopId;
    }

    /** What is delivered, in the order of arrival; the disorder is less than five minutes. */
    static List<String> deliveries(long seed) {
        SplittableRandom disorder = new SplittableRandom(seed);
        List<Event> arrivals = new ArrayList<>(told(CALM).events);
        for (Event event : told(DISORDERED).events) {
            for (int copies = disorder.nextInt(3) == 0 ? 2 : 1; copies > 0; copies--) {
                arrivals.add(new Event(event.millis() + disorder.nextLong(BOUND), event.line()));
            }
        }
        return arrivals.stream()
                .sorted(Comparator.comparingLong(Event::millis))
                .map(Event::line)
                .toList();
    }

    private static BadBatch told(String shopId) {
        BadBatch shop = new BadBatch(shopId);
        for (int order = 0; order < DAYS * ORDERS_A_DAY; order++) {
            shop.sell(order);
        }
        shop.batch(BEGIN + 24 * DAY + 10 * HOUR);
        for (int hour = 0; hour < DAYS * 24; hour++) {
            shop.ask(BEGIN + hour * HOUR, "c" + hour);
        }
        shop.close();
        shop.events.removeIf(event -> event.millis() > END.toEpochMilli());
        return shop;
    }

    private void sell(int number) {
        String order = "o" + number;
        String sku = "quilt-" + number % PRODUCTS;
        long created = BEGIN + number * (DAY / ORDERS_A_DAY);
        long shipped = created + 12 * HOUR + random.nextLong(20 * HOUR);
        long signed = shipped + 20 * HOUR + random.nextLong(50 * HOUR);
        tell(
                created,
                "OrderCreated",
                order,
                "\"lines\":[{\"sku_id\":\"%s\",\"quantity\":1,\"unit_price_fen\":9900}],\"region\":\"%s\",\"presale\":false"
                        .formatted(sku, REGIONS[random.nextInt(REGIONS.length)]));
        tell(
                shipped,
                "ParcelShipped",
                order,
                "\"parcel_id\":\"p%s\",\"carrier\":\"%s\"".formatted(order, CARRIERS[random.nextInt(CARRIERS.length)]));
        tell(signed, "ParcelTraced", order, "\"parcel_id\":\"p%s\",\"action\":\"SIGNED\"".formatted(order));
        if (random.nextInt(BROKEN_ONE_IN) == 0) {
            complain(signed + HOUR + random.nextLong(40 * HOUR), order, sku);
        } else {
            sound.add(new Signed(signed, order, sku));
        }
    }

    /** Buyers of the product who got it in the last two days. */
    private void batch(long fromMillis) {
        List<Signed> bought = sound.stream()
                .filter(signed -> signed.sku().equals(SKU))
                .filter(signed -> signed.millis() < fromMillis && signed.millis() > fromMillis - 2 * DAY)
                .limit(BUYERS)
                .toList();
        for (int buyer = 0; buyer < BUYERS; buyer++) {
            complain(fromMillis + buyer * 9 * MINUTE, bought.get(buyer).order(), SKU);
        }
    }

    /** By a ticket, a refund or a review. */
    private void complain(long millis, String order, String sku) {
        switch (random.nextInt(3)) {
            case 0 ->
                write(
                        millis,
                        "tickets",
                        "TicketOpened",
                        "\"ticket_id\":\"t%1$s\",\"buyer_id\":\"b%1$s\",\"category\":\"AFTER_SALES\",\"priority\":\"P3\",\"complaint\":true,"
                                        .formatted(order)
                                + "\"order_id\":\"%s\",\"sku_id\":\"%s\",\"reason\":\"破损\"".formatted(order, sku));
            case 1 ->
                tell(
                        millis,
                        "RefundRequested",
                        order,
                        "\"refund_id\":\"r%s\",\"reason\":\"破损\",\"quality\":false,\"sku_id\":\"%s\""
                                .formatted(order, sku));
            default ->
                tell(millis, "OrderReviewed", order, "\"sku_id\":\"%s\",\"stars\":1,\"text\":\"收到就碎了\"".formatted(sku));
        }
    }

    private void ask(long millis, String conversation) {
        write(
                millis,
                "chat",
                "MessageSent",
                "\"conversation_id\":\"%1$s\",\"buyer_id\":\"b%1$s\",\"channel\":\"CHAT\",\"sender\":\"BUYER\""
                        .formatted(conversation));
    }

    /** An event at the end in every partition of every topic, so that all that was before is decided. */
    private void close() {
        for (int key = 0; key < CLOSING_EVENTS; key++) {
            ask(END.toEpochMilli(), "end" + key);
            tell(END.toEpochMilli(), "OrderPaid", "end" + key, "\"amount_fen\":1");
            write(
                    END.toEpochMilli(),
                    "tickets",
                    "TicketOpened",
                    "\"ticket_id\":\"end%1$d\",\"buyer_id\":\"b%1$d\",\"category\":\"AFTER_SALES\",\"priority\":\"P3\",\"complaint\":false"
                            .formatted(key));
        }
    }

    private void tell(long millis, String type, String order, String fields) {
        write(millis, "orders", type, "\"order_id\":\"%1$s\",\"buyer_id\":\"b%1$s\",%2$s".formatted(order, fields));
    }

    private void write(long millis, String stream, String type, String fields) {
        events.add(new Event(
                millis,
                "{\"stream\":\"%s\",\"type\":\"%s\",\"event_id\":\"e%d\",\"event_time\":\"%s\",\"shop_id\":\"%s\",%s}"
                        .formatted(stream, type, events.size(), Instant.ofEpochMilli(millis), shopId, fields)));
    }
}
