package io.deskpulse.metrics.conversion;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the automaton stands with one buyer of one shop: whom the buyer consulted lately, the orders not forgotten yet and
 * the days a later event may still change.
 */
public final class BuyerState {
    /**
     * A day with a consult inside the candidate window.
     *
     * @param epochDay the shop's calendar day
     * @param firstAccount account of that day's first consult
     */
    record ConsultDay(int epochDay, String firstAccount) {}

    /** Events read; rows remember at which they were touched last. */
    int position;

    /** Calendar day of the last event. */
    int today = Integer.MIN_VALUE;
    /** Conversations in which the buyer has spoken today. */
    final List<String> askedToday = new ArrayList<>(1);

    final List<ConsultDay> consultDays = new ArrayList<>(1);
    /** The latest consult of all; null when there is none. */
    String lastConsultAccount;

    int lastConsultDay;
    long lastConsultAtMillis = BuyerFacts.NONE;

    final List<BuyerDayFacts> days = new ArrayList<>(1);
    final List<OrderFacts> orders = new ArrayList<>(1);

    /** The order of this id, or null when it is not remembered. */
    OrderFacts findOrder(String orderId) {
        for (int i = orders.size() - 1; i >= 0; i--) {
            if (orders.get(i).orderId.equals(orderId)) {
                return orders.get(i);
            }
        }
        return null;
    }

    /** The row of a day, or null when that day has none. */
    BuyerDayFacts findDay(int epochDay) {
        for (int i = days.size() - 1; i >= 0; i--) {
            if (days.get(i).epochDay == epochDay) {
                return days.get(i);
            }
        }
        return null;
    }
}
