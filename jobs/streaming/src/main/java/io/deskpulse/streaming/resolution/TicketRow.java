package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.TicketFacts;

/**
 * A row of table {@code ticket_facts}.
 *
 * @param shopId shop
 * @param ticketId ticket within the shop
 * @param version number of distinct events known
 * @param facts what is known of the ticket; shared with the operator's state until the row is written
 */
public record TicketRow(String shopId, String ticketId, long version, TicketFacts facts) {}
