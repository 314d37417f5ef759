package io.deskpulse.streaming.conversion;

import io.deskpulse.metrics.conversion.BuyerFacts;

/**
 * A row of one of the three tables of conversion.
 *
 * @param shopId shop
 * @param buyerId keyed hash of the buyer
 * @param facts an order, a trouble or a day of the buyer, and its version; shared with the operator's state until the row is
 *     written
 */
public record BuyerRow(String shopId, String buyerId, BuyerFacts facts) {}
