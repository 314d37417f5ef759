package io.deskpulse.metrics.conversion;

import io.deskpulse.metrics.conversion.BuyerEvent.Kind;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.ShopZones;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One buyer's dealings with one shop, told line by line: {@code new Story().asks("10:00:00").replies("10:01:00",
 * "a").creates("10:05:00", "o1").pays("10:06:00", "o1", 9900)}. Times are Shanghai's; everything is said in conversation c1 unless
 * told otherwise.
 */
public final class Story {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final int WINDOW_DAYS = 2;

    private final List<BuyerEvent> events = new ArrayList<>();
    private final String buyer;
    private String date = "2026-11-11";
    private String conversation = "c1";

    /** Buyer b1. */
    public Story() {
        this("b1");
    }

    public Story(String buyerId) {
        buyer = buyerId;
    }

    /** What happens from here on happens on this day. */
    public Story on(String isoDate) {
        date = isoDate;
        return this;
    }

    /** What is said from here on is said in this conversation. */
    public Story in(String conversationId) {
        conversation = conversationId;
        return this;
    }

    public Story asks(String time) {
        return add(time, Kind.BUYER_SPOKE, conversation, null, null, null, 0);
    }

    public Story replies(String time, String account) {
        return add(time, Kind.SHOP_REPLIED, conversation, account, null, null, 0);
    }

    public Story creates(String time, String order) {
        return add(time, Kind.ORDER_CREATED, order, null, null, null, 0);
    }

    public Story pays(String time, String order, long fen) {
        return add(time, Kind.ORDER_PAID, order, null, null, null, fen);
    }

    public Story paysPart(String time, String order, String payment, long fen) {
        return add(time, Kind.ORDER_PAID, order, null, payment, null, fen);
    }

    public Story closes(String time, String order, String reason) {
        return add(time, Kind.ORDER_CLOSED, order, null, reason, null, 0);
    }

    public Story reminds(String time, String order, String account) {
        return add(time, Kind.PAYMENT_REMINDED, order, account, null, null, 0);
    }

    public Story detects(String time, String order, String trouble, String kind) {
        return add(time, Kind.ORDER_TROUBLED, order, null, trouble, kind, 0);
    }

    public Story fixes(String time, String order, String trouble) {
        return add(time, Kind.TROUBLE_FIXED, order, null, trouble, null, 0);
    }

    public Story refunds(String time, String order, String refund, long fen) {
        return add(time, Kind.REFUND_SUCCEEDED, order, null, refund, null, fen);
    }

    public Story happens(String time, Kind kind, String order) {
        return add(time, kind, order, null, "r1", null, 0);
    }

    public Story ships(String time, String order, String parcel) {
        return add(time, Kind.PARCEL_SHIPPED, order, null, parcel, null, 0);
    }

    public Story signs(String time, String order, String parcel) {
        return add(time, Kind.PARCEL_SIGNED, order, null, parcel, null, 0);
    }

    public List<BuyerEvent> events() {
        return List.copyOf(events);
    }

    public List<BuyerFacts> rows() {
        return derive(events);
    }

    public OrderFacts order(String id) {
        return only(orders(rows()).stream().filter(o -> o.orderId().equals(id)).toList());
    }

    public TroubleFacts trouble(String id) {
        return only(rows().stream()
                .filter(TroubleFacts.class::isInstance)
                .map(TroubleFacts.class::cast)
                .filter(t -> t.troubleId().equals(id))
                .toList());
    }

    public BuyerDayFacts day(String isoDate) {
        return only(days(rows()).stream()
                .filter(d -> d.epochDay() == LocalDate.parse(isoDate).toEpochDay())
                .toList());
    }

    public static List<OrderFacts> orders(List<BuyerFacts> rows) {
        return rows.stream()
                .filter(OrderFacts.class::isInstance)
                .map(OrderFacts.class::cast)
                .toList();
    }

    public static List<BuyerDayFacts> days(List<BuyerFacts> rows) {
        return rows.stream()
                .filter(BuyerDayFacts.class::isInstance)
                .map(BuyerDayFacts.class::cast)
                .toList();
    }

    public static List<BuyerFacts> derive(List<BuyerEvent> events) {
        return derivation(Retention.FOREVER).derive(events, Retention.FOREVER);
    }

    public static ConversionDerivation derivation(Retention retention) {
        return new ConversionDerivation(ShopZones.of(ZONE.getId(), Map.of()), WINDOW_DAYS, retention);
    }

    public static long millis(String date, String time) {
        return LocalDateTime.parse(date + "T" + time).atZone(ZONE).toInstant().toEpochMilli();
    }

    private Story add(
            String time, Kind kind, String subject, String account, String detail, String label, long amountFen) {
        String id = "e%04d".formatted(events.size());
        events.add(new BuyerEvent(
                "s1", buyer, id, millis(date, time), kind, subject, account, detail, label, amountFen, List.of()));
        return this;
    }

    private static <T> T only(List<T> found) {
        if (found.size() != 1) {
            throw new AssertionError("expected one row, found " + found.size());
        }
        return found.get(0);
    }
}
