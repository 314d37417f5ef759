package io.deskpulse.metrics.conversion;

/**
 * One row that follows from the events of one buyer in one shop: an order, a trouble of an order, or a day of the buyer.
 *
 * <p>Rows belong to the automaton that makes them; nobody else may keep or change them.
 */
public sealed interface BuyerFacts permits OrderFacts, TroubleFacts, BuyerDayFacts {
    /** Stands for "no such instant". */
    long NONE = Long.MIN_VALUE;

    /** How many events of the buyer had been read when this row last changed, at least 1. */
    int changedAt();
}
