package io.deskpulse.streaming.rejections;

/**
 * A row of table {@code rejections}: a dead letter without its content.
 *
 * @param sourceTopic topic the message came from
 * @param sourcePartition partition there
 * @param sourceOffset offset there
 * @param rejectedAtMillis when the letter reached the dead-letter topic, milliseconds since the epoch
 * @param reason name of a {@link io.deskpulse.schemas.RejectionReason}
 * @param detail which field, what was expected
 * @param deadLetterPartition partition of the letter
 * @param deadLetterOffset offset of the letter
 * @param shopId shop told by the message's key; empty when it tells none
 */
public record RejectedEvent(
        String sourceTopic,
        int sourcePartition,
        long sourceOffset,
        long rejectedAtMillis,
        String reason,
        String detail,
        int deadLetterPartition,
        long deadLetterOffset,
        String shopId) {}
