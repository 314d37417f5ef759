package io.deskpulse.metrics.responsetime;

/**
 * What a message asks for.
 *
 * @param code of the taxonomy, or what the feed calls it where the taxonomy does not know that; never empty
 * @param version of the taxonomy that was in force when the message was sent
 * @param cause what it is counted against; null where the taxonomy does not know it
 * @param skuId the product that the message names; null when it names none
 */
public record Topic(String code, String version, TopicCause cause, String skuId) {
    /** What a message asks for that names no product. */
    public Topic(String code, String version, TopicCause cause) {
        this(code, version, cause, null);
    }

    /** The same of a product; null for none. */
    public Topic of(String product) {
        return new Topic(code, version, cause, product);
    }
}
