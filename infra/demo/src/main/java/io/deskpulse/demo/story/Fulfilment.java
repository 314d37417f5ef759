package io.deskpulse.demo.story;

import io.deskpulse.demo.script.Dice;
import io.deskpulse.demo.script.Step;
import io.deskpulse.demo.subject.Order;
import io.deskpulse.events.OrderLine;
import io.deskpulse.events.OrderTroubled;
import io.deskpulse.events.ParcelShipped;
import io.deskpulse.events.ParcelTraced;
import io.deskpulse.events.TroubleFixed;
import io.deskpulse.events.TroubleKind;
import java.util.List;

/** Paid orders on their way: cancelled, in trouble, shipped, traced, signed for. */
final class Fulfilment {

    private static final long HOUR_MILLIS = 3_600_000;
    private static final double CANCELLED_RATIO = 0.03;
    private static final double TROUBLED_RATIO = 0.04;
    private static final double PROACTIVE_RATIO = 0.6;
    private static final double FIXED_RATIO = 0.9;

    private static final List<TroubleKind> BEFORE_SHIPPING =
            List.of(TroubleKind.OUT_OF_STOCK, TroubleKind.ADDRESS_INCOMPLETE, TroubleKind.PHONE_INVALID);
    private static final List<TroubleKind> ON_THE_WAY =
            List.of(TroubleKind.LOGISTICS_STALLED, TroubleKind.LOGISTICS_DELAYED, TroubleKind.UNDELIVERABLE);

    private Fulfilment() {}

    /** Appends the rest of a paid order's story; returns the pause before it goes on. */
    static long afterPayment(Order order) {
        Dice dice = order.dice();
        if (dice.chance(CANCELLED_RATIO)) {
            order.script().append(Returns.cancellation());
            return dice.millis(HOUR_MILLIS / 6, 2 * HOUR_MILLIS);
        }
        if (dice.chance(TROUBLED_RATIO)) {
            order.script().append(List.of(troubled -> runsIntoTrouble(troubled, BEFORE_SHIPPING)));
        }
        order.script().append(List.of(Fulfilment::isShipped, traced("COLLECTED", 8), traced("IN_TRANSIT", 12)));
        if (dice.chance(TROUBLED_RATIO)) {
            order.script().append(List.of(troubled -> runsIntoTrouble(troubled, ON_THE_WAY)));
        }
        order.script().append(List.of(traced("OUT_FOR_DELIVERY", 4), Fulfilment::isSigned));
        return dice.millis(2 * HOUR_MILLIS, 14 * HOUR_MILLIS);
    }

    private static long isShipped(Order order) {
        String carrier = order.wording().of("carrier");
        List<String> skuIds = order.lines().size() == 1
                ? null
                : order.lines().stream().map(OrderLine::getSkuId).toList();
        order.tell(new ParcelShipped(order.parcelId(), carrier, order.inMillis(72 * HOUR_MILLIS), skuIds));
        return order.dice().millis(HOUR_MILLIS, 4 * HOUR_MILLIS);
    }

    private static Step<Order> traced(String action, int hoursAtMost) {
        return order -> {
            order.tell(new ParcelTraced(order.parcelId(), action));
            return order.dice().millis(HOUR_MILLIS, hoursAtMost * HOUR_MILLIS);
        };
    }

    private static long isSigned(Order order) {
        order.tell(new ParcelTraced(order.parcelId(), "SIGNED"));
        order.shop().delivered().add(order.purchase());
        return Returns.afterDelivery(order);
    }

    private static long runsIntoTrouble(Order order, List<TroubleKind> kinds) {
        Dice dice = order.dice();
        String troubleId = order.shop().newId("trouble");
        TroubleKind kind = dice.pick(kinds);
        order.tell(new OrderTroubled(
                troubleId, kind, kind == TroubleKind.OUT_OF_STOCK ? order.sku().id() : null));
        if (dice.chance(PROACTIVE_RATIO)) {
            long contactAt = order.shop().agenda().nowMillis() + dice.around(HOUR_MILLIS / 3, 0.8);
            order.shop()
                    .agenda()
                    .at(contactAt, () -> ChatStories.beginProactively(order.shop(), order.buyer(), order.purchase()));
        }
        if (dice.chance(FIXED_RATIO)) {
            order.script().insert(fixed -> {
                fixed.tell(new TroubleFixed(troubleId));
                return HOUR_MILLIS;
            });
        }
        return dice.millis(HOUR_MILLIS, 16 * HOUR_MILLIS);
    }
}
