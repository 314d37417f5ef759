package io.deskpulse.metrics.responsetime;

/**
 * An account recommended a product.
 *
 * @param atMillis milliseconds since the epoch
 * @param account that did; null when nobody knows
 * @param skuId the product
 */
public record Recommendation(long atMillis, String account, String skuId) {}
