package io.deskpulse.streaming.events;

import io.deskpulse.metrics.timeline.TimelineEvent;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * One valid event of a stream, as every family of facts sees it: the buyer, where it has one, hashed.
 *
 * <p>Texts of people are told to whom asks for them, and go no further than the mapping of an intake: what it makes of them leaves the
 * source, they do not.
 *
 * <p>A reading is one object for all messages of its reader, good until the next message is read: families take from it what they
 * need and keep nothing of it. Accessors are named as the fields of the schema, which tells what they hold; they give null, or what
 * the caller wants otherwise, where the event has no such field or no value in it. Not thread-safe.
 */
public abstract sealed class Reading implements TimelineEvent permits BuyerReading, AgentReading {
    private final EventFields fields;
    private final FieldPlace eventId;
    private final FieldPlace eventTime;
    private final FieldPlace shopId;

    Reading(EventLayout layout) {
        this.fields = new EventFields(layout);
        this.eventId = layout.header("event_id", FieldPlace.Kind.TEXT);
        this.eventTime = layout.header("event_time", FieldPlace.Kind.NUMBER);
        this.shopId = layout.header("shop_id", FieldPlace.Kind.TEXT);
    }

    @Override
    public final String eventId() {
        return text(eventId);
    }

    @Override
    public final long timeMillis() {
        return number(eventTime, 0);
    }

    /** The shop it happened in. */
    public final String shopId() {
        return text(shopId);
    }

    /** An optional id or name of an event; null when it is blank, which tells no more than none. */
    public static String known(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Takes the event of a message, or returns false; see {@link EventFields#read}. */
    final boolean read(byte[] message) {
        return fields.read(message);
    }

    /** Takes a valid event. */
    final void take(SpecificRecord event) {
        fields.take(event);
    }

    final int bodyIndex() {
        return fields.body();
    }

    final String text(FieldPlace field) {
        return fields.text(field);
    }

    final long number(FieldPlace field, long otherwise) {
        return fields.number(field, otherwise);
    }

    final List<String> texts(FieldPlace field, String item) {
        return fields.texts(field, item);
    }

    final Boolean flag(FieldPlace field) {
        return fields.flag(field);
    }
}
