package io.deskpulse.bench.hotspots.real;

import io.deskpulse.events.OrderCreated;
import io.deskpulse.events.OrderEvent;
import io.deskpulse.events.OrderReviewed;
import io.deskpulse.events.ParcelShipped;
import io.deskpulse.events.ParcelTraced;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which parcels were signed after they were due, and how their buyers rated: what the detector is not told. */
final class LateParcels {
    private static final String SIGNED = "SIGNED";
    private static final int FEW_STARS = 2;

    private final Map<String, Order> orders = new HashMap<>();

    /** What is known of an order. */
    private static final class Order {
        final String shopId;
        String region = "";
        Instant due;
        Instant signed;
        Instant reviewed;
        boolean bad;

        Order(String shopId) {
            this.shopId = shopId;
        }
    }

    /** Parcels and reviews of some orders. */
    static final class Share {
        int parcels;
        int late;
        int reviewsInTime;
        int badInTime;
        int reviewsLate;
        int badLate;

        double late() {
            return late / (double) parcels;
        }

        double reviewed() {
            return (reviewsInTime + reviewsLate) / (double) parcels;
        }

        double badInTime() {
            return badInTime / (double) reviewsInTime;
        }

        double badLate() {
            return badLate / (double) reviewsLate;
        }
    }

    /** Reads the next event. */
    void take(OrderEvent event) {
        Order order = orders.computeIfAbsent(
                event.getShopId() + "\0" + event.getOrderId(), id -> new Order(event.getShopId()));
        if (event.getBody() instanceof OrderCreated body && body.getRegion() != null) {
            order.region = body.getRegion();
        } else if (event.getBody() instanceof ParcelShipped body) {
            order.due = body.getDueAt();
        } else if (event.getBody() instanceof ParcelTraced body
                && body.getAction().equals(SIGNED)) {
            order.signed = event.getEventTime();
        } else if (event.getBody() instanceof OrderReviewed body) {
            order.reviewed = event.getEventTime();
            order.bad |= body.getStars() <= FEW_STARS;
        }
    }

    /** All orders of a shop. */
    Share all(String shopId) {
        Share all = new Share();
        of(shopId).forEach(order -> add(order, all));
        return all;
    }

    /** Those of a shop by region. */
    Map<String, Share> byRegion(String shopId) {
        Map<String, Share> shares = new TreeMap<>();
        of(shopId).forEach(order -> add(order, shares.computeIfAbsent(order.region, any -> new Share())));
        return shares;
    }

    /**
     * Those of a shop by the month of signing.
     *
     * @param region all when null
     */
    Map<YearMonth, Share> byMonth(String shopId, String region, ZoneId zone) {
        Map<YearMonth, Share> shares = new TreeMap<>();
        of(shopId)
                .filter(order -> order.signed != null && (region == null || order.region.equals(region)))
                .forEach(order -> add(
                        order, shares.computeIfAbsent(YearMonth.from(order.signed.atZone(zone)), any -> new Share())));
        return shares;
    }

    /** Those of a shop that were signed between two instants. */
    Share signedIn(String shopId, Instant from, Instant to) {
        Share share = new Share();
        of(shopId)
                .filter(order -> order.signed != null && !order.signed.isBefore(from) && order.signed.isBefore(to))
                .forEach(order -> add(order, share));
        return share;
    }

    /** When the first parcel of a shop was signed. */
    Instant firstSigned(String shopId) {
        return signed(shopId).min(Comparator.naturalOrder()).orElseThrow();
    }

    /** When the last parcel of a shop was signed. */
    Instant lastSigned(String shopId) {
        return signed(shopId).max(Comparator.naturalOrder()).orElseThrow();
    }

    private Stream<Instant> signed(String shopId) {
        return of(shopId).map(order -> order.signed).filter(Objects::nonNull);
    }

    private Stream<Order> of(String shopId) {
        return orders.values().stream().filter(order -> order.shopId.equals(shopId));
    }

    private static void add(Order order, Share share) {
        if (order.due == null || order.signed == null) {
            return;
        }
        boolean late = order.signed.isAfter(order.due);
        share.parcels++;
        share.late += late ? 1 : 0;
        if (order.reviewed != null && late) {
            share.reviewsLate++;
            share.badLate += order.bad ? 1 : 0;
        } else if (order.reviewed != null) {
            share.reviewsInTime++;
            share.badInTime += order.bad ? 1 : 0;
        }
    }
}
