package io.deskpulse.metrics.conversion;

import io.deskpulse.metrics.conversion.BuyerState.ConsultDay;
import io.deskpulse.metrics.timeline.EventForm;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.ShopZones;
import io.deskpulse.metrics.timeline.VersionedDerivation;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Orders with their attribution, order troubles and enquiries of one buyer in one shop, from chat and order events together
 * (docs/metrics.md).
 *
 * <p>Advances in time proportional to the few orders and days remembered, never to the events. Consults, creations and payments
 * are compared by their instants alone: a consult read after a creation or payment of its own millisecond is still "at" it. All
 * else at equal instants follows the event id, as everywhere. An order is remembered until it has been silent for the retention:
 * at rest once it ended, open before; an event that comes later finds no order and is named an orphan of its day. Not
 * thread-safe: it remembers the calendar day last looked at.
 */
public final class ConversionDerivation implements VersionedDerivation<BuyerEvent, BuyerState, BuyerFacts> {
    /** How long a purchase keeps a buyer from being an enquirer (docs/metrics.md, {@code sycm.enquirer}). */
    public static final Duration LOOK_BACK = Duration.ofDays(21);

    private final ShopZones zones;
    private final int windowDays;
    private final Retention retention;
    /** A further part of a payment may still change what a day says of it. */
    private final long daysKept;

    /**
     * Facts by the calendar of each shop.
     *
     * @param windowDays calendar days, counted back from an instant's own, whose consults are its candidates, >= 1
     * @param retention how long a silent order is remembered
     * @throws IllegalArgumentException when the retention is too short for the window or the look-back
     */
    public ConversionDerivation(ShopZones zones, int windowDays, Retention retention) {
        if (windowDays < 1) {
            throw new IllegalArgumentException("windowDays must be >= 1, got " + windowDays);
        }
        long needed = Math.max(LOOK_BACK.toDays(), windowDays) + 1; // one more: days have 23 to 25 hours
        if (retention.atRestMillis() < Duration.ofDays(needed).toMillis()) {
            throw new IllegalArgumentException(
                    "the retention at rest must be at least %d days, one more than the look-back and the window of %d days"
                            .formatted(needed, windowDays));
        }
        this.zones = zones;
        this.windowDays = windowDays;
        this.retention = retention;
        this.daysKept = Duration.ofMillis(retention.atRestMillis()).toDays();
    }

    @Override
    public EventForm<BuyerEvent> events() {
        return BuyerEventForm.INSTANCE;
    }

    @Override
    public BuyerState start() {
        return new BuyerState();
    }

    @Override
    public BuyerState restart(BuyerState forgotten) {
        BuyerState state = start();
        state.position = forgotten.position;
        return state;
    }

    @Override
    public boolean atRest(BuyerState state) {
        for (OrderFacts order : state.orders) {
            if (!order.ended) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void live(BuyerState state, Consumer<BuyerFacts> rows) {
        touched(state, 0, rows);
    }

    @Override
    public void touched(BuyerState state, long afterEvents, Consumer<BuyerFacts> rows) {
        for (BuyerDayFacts day : state.days) {
            if (day.version > afterEvents) {
                rows.accept(day);
            }
        }
        for (OrderFacts order : state.orders) {
            emit(order, afterEvents, rows);
        }
    }

    @Override
    public void advance(BuyerState state, BuyerEvent event, Consumer<BuyerFacts> finished) {
        state.position++;
        int today = zones.of(event.shopId()).epochDay(event.timeMillis());
        if (today != state.today) {
            beginDay(state, event.timeMillis(), today, finished);
        }
        if (event.kind().isInChat()) {
            talk(state, event);
        } else {
            new OrderStep(state, event, today, windowDays).apply();
        }
    }

    private static void emit(OrderFacts order, long afterEvents, Consumer<BuyerFacts> rows) {
        if (order.isKnown() && order.version > afterEvents) {
            rows.accept(order);
        }
        for (TroubleFacts trouble : order.troubles) {
            if (trouble.isDetected() && trouble.version > afterEvents) {
                rows.accept(trouble);
            }
        }
    }

    /** Forgets what no event of today or later can change or ask for. */
    private void beginDay(BuyerState state, long nowMillis, int today, Consumer<BuyerFacts> finished) {
        state.today = today;
        state.askedToday.clear();
        state.consultDays.removeIf(day -> day.epochDay() <= today - windowDays);
        state.orders.removeIf(order -> {
            boolean forgotten = retention.isForgotten(order.lastEventAtMillis, nowMillis, order.ended);
            if (forgotten) {
                emit(order, 0, finished);
            }
            return forgotten;
        });
        state.days.removeIf(day -> {
            boolean settled = today - day.epochDay > daysKept;
            if (settled) {
                finished.accept(day);
            }
            return settled;
        });
    }

    private static void talk(BuyerState state, BuyerEvent event) {
        switch (event.kind()) {
            case BUYER_SPOKE -> {
                if (!state.askedToday.contains(event.subject())) {
                    state.askedToday.add(event.subject());
                }
                spoke(state, event, false);
            }
            case SHOP_REPLIED -> {
                spoke(state, event, true);
                reply(state, event);
            }
            default -> {}
        }
    }

    private static void spoke(BuyerState state, BuyerEvent event, boolean byShop) {
        for (OrderFacts order : state.orders) {
            for (TroubleFacts trouble : order.troubles) {
                if (!trouble.isDetected()) {
                    continue;
                }
                trouble.version = state.position; // also when not the first: an earlier one may turn up, see version()
                if (trouble.firstWordAtMillis == BuyerFacts.NONE) {
                    trouble.firstWordAtMillis = event.timeMillis();
                    trouble.proactive = byShop;
                    trouble.firstWordAccount = byShop ? event.account() : null;
                }
            }
        }
    }

    /** A reply is a consult of its account when the buyer has spoken in the conversation before, that day. */
    private static void reply(BuyerState state, BuyerEvent event) {
        BuyerDayFacts day = today(state);
        String account = event.account();
        if (account == null) {
            day.repliesWithoutAccount++;
        } else if (state.askedToday.contains(event.subject())) {
            if (!day.isConsulted()) {
                day.consultedAtMillis = event.timeMillis();
                day.boughtBefore = boughtBefore(state, day);
                state.consultDays.add(new ConsultDay(state.today, account));
            }
            if (!day.accounts.contains(account)) {
                day.accounts.add(account);
            }
            state.lastConsultAccount = account;
            state.lastConsultDay = state.today;
            state.lastConsultAtMillis = event.timeMillis();
            creditSameInstant(state, event);
        }
    }

    /** Every order paid in the look-back is still remembered: the retention is longer. */
    private static int boughtBefore(BuyerState state, BuyerDayFacts day) {
        int orders = 0;
        for (OrderFacts order : state.orders) {
            orders += order.isPaid() && day.looksBackOn(order.paidAtMillis) ? 1 : 0;
        }
        return orders;
    }

    /** Gives a consult to the creations and payments of its millisecond that were read before it. */
    private static void creditSameInstant(BuyerState state, BuyerEvent consult) {
        long at = consult.timeMillis();
        for (OrderFacts order : state.orders) {
            if (order.lastEventAtMillis != at) {
                continue;
            }
            order.version = state.position; // also when nothing of it was the first, see version()
            if (order.createdAtMillis == at) {
                order.orderAgent = consult.account();
            }
            if (order.paidAtMillis == at) {
                order.firstGuide = order.firstGuide == null ? consult.account() : order.firstGuide;
                order.lastGuide = consult.account();
                order.payAgent = order.isCreated() && order.createdAtMillis < at ? consult.account() : null;
            }
        }
    }

    /** The row of today, made if there is none, and touched. */
    static BuyerDayFacts today(BuyerState state) {
        BuyerDayFacts day = state.findDay(state.today);
        if (day == null) {
            day = new BuyerDayFacts(state.today);
            state.days.add(day);
        }
        day.version = state.position;
        return day;
    }
}
