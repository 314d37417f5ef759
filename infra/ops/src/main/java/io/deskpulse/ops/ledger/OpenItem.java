package io.deskpulse.ops.ledger;

import java.time.Instant;

/**
 * Something a shop owes.
 *
 * @param kind WAIT, TICKET, UNPAID_ORDER or PROMISE
 * @param id conversation, ticket, order or promise
 * @param owner account that owes it; null when nobody does
 * @param dueAt null when there is no due time
 * @param buyerId keyed hash
 */
public record OpenItem(
        String kind, String id, String owner, Instant openedAt, Instant dueAt, String buyerId, String detail) {

    /** Whether its due time has passed at an instant. */
    public boolean isOverdueAt(Instant at) {
        return dueAt != null && dueAt.isBefore(at);
    }
}
