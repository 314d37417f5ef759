package io.deskpulse.metrics.conversion;

/**
 * A request for a refund, or the first that was paid of one nobody asked for.
 *
 * @param refundId the refund
 * @param skuId the product it is about; null when it is about the order, or nobody knows
 * @param atMillis when it was first heard of, milliseconds since the epoch
 */
public record RefundRequest(String refundId, String skuId, long atMillis) {}
