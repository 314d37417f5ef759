package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.ContactFacts;

/**
 * A row of table {@code contact_facts}.
 *
 * @param shopId shop
 * @param conversationId conversation within the shop
 * @param version number of distinct events of use known
 * @param facts the call and the promises; shared with the operator's state until the row is written
 */
public record ContactRow(String shopId, String conversationId, long version, ContactFacts facts) {}
