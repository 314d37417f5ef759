package io.deskpulse.streaming.deadletters;

import io.deskpulse.schemas.RejectionReason;

/**
 * A refused message on its way to the dead-letter topic.
 *
 * @param reason why it was refused
 * @param detail which field, what was expected; free of personal data
 * @param sourceTopic topic it came from
 * @param sourcePartition partition there
 * @param sourceOffset offset there
 * @param key original key; null when it had none
 * @param value original bytes; null when the refusing operator no longer had them
 */
public record DeadLetter(
        RejectionReason reason,
        String detail,
        String sourceTopic,
        int sourcePartition,
        long sourceOffset,
        byte[] key,
        byte[] value) {

    /** The same letter with its original message, as read again from its topic. */
    public DeadLetter withMessage(byte[] originalKey, byte[] originalValue) {
        return new DeadLetter(reason, detail, sourceTopic, sourcePartition, sourceOffset, originalKey, originalValue);
    }
}
