package io.deskpulse.metrics.resolution;

import java.io.Serializable;
import java.util.List;

/**
 * Every policy there is or was. A change is a new entry with a later date, so that tickets of the past keep what held then.
 *
 * @param policies the first that covers a ticket and was in force when its clock started is the ticket's
 * @param fallback for tickets that no other policy covers
 */
public record SlaPolicies(List<SlaPolicy> policies, SlaPolicy fallback) implements Serializable {

    /** Copies the list. */
    public SlaPolicies {
        policies = List.copyOf(policies);
    }

    /** The policy of a ticket for a clock that starts at {@code millis}. */
    SlaPolicy at(long millis, TicketFacts ticket) {
        for (SlaPolicy policy : policies) {
            if (policy.isInForce(millis)
                    && policy.scope().covers(ticket.shopId, ticket.priority, ticket.category, ticket.complaint)) {
                return policy;
            }
        }
        return fallback;
    }
}
