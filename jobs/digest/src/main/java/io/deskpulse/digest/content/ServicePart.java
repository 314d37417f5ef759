package io.deskpulse.digest.content;

import java.time.Instant;
import java.util.List;

/**
 * What a digest says of the service: what is asked again and again, what was promised, what went up.
 *
 * @param asOf until when promises and tickets are followed, in each version when the first was made, so that what comes of them later is
 *     no correction; null in digests kept by a release that did not say
 * @param tickets resolutions of tickets of the period of which it is settled whether they needed a second contact
 * @param firstContacts how many of them needed none
 * @param gaps kinds of case that need second contacts more often, most of them first
 * @param knowledge what the knowledge base leaves open; null in digests kept by a release that did not say
 */
public record ServicePart(
        Instant asOf,
        long tickets,
        long firstContacts,
        List<Gap> gaps,
        KnowledgePart knowledge,
        Promises promises,
        Escalations escalations) {
    /** Copies the list. */
    public ServicePart {
        gaps = List.copyOf(gaps);
    }

    /**
     * A kind of case that comes again and again.
     *
     * @param kind what it is about: its reason, else the kind of case, as the shop names it
     * @param tickets settled ones
     * @param firstContacts of them without a second contact
     */
    public record Gap(String kind, long tickets, long firstContacts) {}

    /**
     * Promises made in the period.
     *
     * @param kept in time
     * @param late kept, but too late
     * @param overdue not kept, though due
     */
    public record Promises(long made, long kept, long late, long overdue) {}

    /**
     * Tickets of the period that went up.
     *
     * @param supervisor last to a supervisor
     * @param department last to another department
     * @param platform last to the platform
     * @param interventions of the platform in the period, whenever the ticket was opened
     * @param forBuyer rulings in the period for the buyer
     * @param forSeller rulings in the period for the shop
     */
    public record Escalations(
            long supervisor, long department, long platform, long interventions, long forBuyer, long forSeller) {}
}
