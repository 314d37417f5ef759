package io.deskpulse.streaming.facts;

/**
 * Facts on their way to a table. Rows only travel: no state and no checkpoint holds one.
 *
 * @param shopId shop
 * @param id what the facts are about, within the shop: a conversation, a ticket, a buyer
 * @param version more knowledge never lowers it, and at the same version the facts are the same
 * @param facts the content; shared with the operator's state until the row is written
 * @param isTakenBack whether no such row is left: the event that made it is known to belong elsewhere
 * @param superseded deliveries of its events that are not kept
 * @param <F> facts
 */
public record FactRow<F>(String shopId, String id, long version, F facts, boolean isTakenBack, Superseded superseded) {

    /** A row whose events were each delivered in one form only. */
    public FactRow(String shopId, String id, long version, F facts) {
        this(shopId, id, version, facts, false, Superseded.NONE);
    }
}
