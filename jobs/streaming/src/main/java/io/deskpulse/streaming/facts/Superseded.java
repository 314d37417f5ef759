package io.deskpulse.streaming.facts;

/**
 * Deliveries that a row tells of and that are not kept, because another one of their event is: one id that came with two contents.
 *
 * @param deliveries how many
 * @param exampleId event id of one of them; empty when there is none
 */
public record Superseded(int deliveries, String exampleId) {
    /** Every event was delivered in one form only. */
    public static final Superseded NONE = new Superseded(0, "");

    /** One delivery of the event with this id. */
    public static Superseded one(String eventId) {
        return new Superseded(1, eventId);
    }

    /** These and those of another row or event. */
    public Superseded and(Superseded others) {
        return new Superseded(deliveries + others.deliveries, exampleId);
    }
}
