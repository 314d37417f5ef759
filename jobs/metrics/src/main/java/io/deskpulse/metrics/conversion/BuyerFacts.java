package io.deskpulse.metrics.conversion;

/**
 * One row that follows from the events of one buyer in one shop: an order, a trouble of an order, or a day of the buyer.
 *
 * <p>Rows belong to the automaton that makes them; nobody else may keep or change them.
 */
public sealed interface BuyerFacts permits OrderFacts, TroubleFacts, BuyerDayFacts {
    /** Stands for "no such instant". */
    long NONE = Long.MIN_VALUE;

    /**
     * The row's version: the number of distinct events of the buyer up to and including the last that touched the row, at
     * least 1. More knowledge never lowers it, and at the same version the content is the same; see {@link
     * io.deskpulse.metrics.timeline.VersionedDerivation}.
     */
    int version();
}
