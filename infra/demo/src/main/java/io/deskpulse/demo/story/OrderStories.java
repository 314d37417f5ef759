package io.deskpulse.demo.story;

import io.deskpulse.demo.shop.Account;
import io.deskpulse.demo.shop.Buyer;
import io.deskpulse.demo.shop.Shop;
import io.deskpulse.demo.shop.Sku;
import io.deskpulse.demo.subject.Order;
import io.deskpulse.events.OrderClosed;
import io.deskpulse.events.OrderCreated;
import io.deskpulse.events.OrderPaid;
import io.deskpulse.events.PaymentReminded;
import java.util.List;

/** Orders until they are paid or closed: paid at once, after a reminder, in two parts, or not at all. */
public final class OrderStories {

    private static final long MINUTE_MILLIS = 60_000;
    private static final long HOUR_MILLIS = 60 * MINUTE_MILLIS;
    private static final double PRESALE_RATIO = 0.05;
    private static final double PAID_AT_ONCE_RATIO = 0.82;
    private static final double REMINDED_RATIO = 0.65;
    private static final double TIMES_OUT_RATIO = 0.5;

    private OrderStories() {}

    /** A buyer orders a product in so many milliseconds; {@code advisor} is null when nobody advised them. */
    public static void begin(Shop shop, Buyer buyer, Sku sku, Account advisor, long inMillis) {
        new Order(shop, buyer, sku, advisor).begin(List.of(OrderStories::isCreated), inMillis);
    }

    /** A passing buyer orders without a word. */
    public static void beginSilently(Shop shop) {
        Buyer buyer = shop.nextBuyer(shop.newDice());
        begin(shop, buyer, shop.newDice().pick(shop.profile().skus()), null, 0);
    }

    private static long isCreated(Order order) {
        boolean presale = order.dice().chance(PRESALE_RATIO);
        String region = order.wording().of("region");
        order.tell(new OrderCreated(order.lines(), region, presale));
        if (presale) {
            order.script().append(List.of(OrderStories::isPaid)); // the balance; the deposit is no event
            return order.dice().millis(6 * HOUR_MILLIS, 30 * HOUR_MILLIS);
        }
        if (order.dice().chance(PAID_AT_ONCE_RATIO)) {
            order.script().append(List.of(OrderStories::isPaid));
            return 5_000 + order.dice().around(45_000, 0.9);
        }
        order.script().append(List.of(OrderStories::isLeftUnpaid));
        return order.dice().millis(12 * MINUTE_MILLIS, 45 * MINUTE_MILLIS);
    }

    private static long isLeftUnpaid(Order order) {
        boolean reminded = order.dice().chance(REMINDED_RATIO);
        if (reminded) {
            Account account = order.advisor() == null ? order.shop().desk().anyAtWork(order.dice()) : order.advisor();
            boolean automatic = account == null || order.dice().chance(0.3);
            order.tell(new PaymentReminded(automatic ? null : account.id()));
        }
        if (order.dice().chance(reminded ? 0.45 : 0.25)) {
            order.script().append(List.of(OrderStories::isPaid));
            return 2 * MINUTE_MILLIS + order.dice().around(40 * MINUTE_MILLIS, 1.0);
        }
        boolean timesOut = order.dice().chance(TIMES_OUT_RATIO);
        order.script().append(List.of(unpaid -> closes(unpaid, timesOut ? "UNPAID_TIMEOUT" : "CANCELLED")));
        return timesOut ? 24 * HOUR_MILLIS : order.dice().millis(HOUR_MILLIS / 2, 8 * HOUR_MILLIS);
    }

    private static long isPaid(Order order) {
        long coupon = order.dice().chance(0.3) ? order.totalFen() / 10 : 0;
        order.payFen(order.totalFen() - coupon);
        order.tell(new OrderPaid(order.paidFen(), null));
        return Fulfilment.afterPayment(order);
    }

    static long closes(Order order, String reason) {
        order.tell(new OrderClosed(reason));
        return 0;
    }
}
