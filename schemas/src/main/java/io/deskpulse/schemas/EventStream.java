package io.deskpulse.schemas;

import io.deskpulse.events.AgentEvent;
import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.OrderEvent;
import io.deskpulse.events.TicketEvent;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * The four streams of events: their names, schema and key.
 *
 * <p>Every event record begins with {@code event_id}, {@code event_time}, {@code shop_id} and ends with the union {@code
 * body}; between them stand the other header fields, one of which completes the Kafka key.
 */
public enum EventStream {
    CHAT("chat", "deskpulse.chat.v1", ChatEvent.class, ChatEvent.getClassSchema(), "conversation_id"),
    ORDERS("orders", "deskpulse.orders.v1", OrderEvent.class, OrderEvent.getClassSchema(), "buyer_id"),
    TICKETS("tickets", "deskpulse.tickets.v1", TicketEvent.class, TicketEvent.getClassSchema(), "ticket_id"),
    AGENTS("agents", "deskpulse.agents.v1", AgentEvent.class, AgentEvent.getClassSchema(), "agent_id");

    /** Position of {@code event_id} in every event record. */
    public static final int EVENT_ID = 0;

    /** Position of {@code event_time} in every event record. */
    public static final int EVENT_TIME = 1;

    /** Position of {@code shop_id} in every event record. */
    public static final int SHOP_ID = 2;

    private final String jsonName;
    private final String topic;
    private final Class<? extends SpecificRecord> recordClass;
    private final Schema schema;
    private final String keyField;
    private final int keyPosition;
    private final int bodyPosition;

    EventStream(
            String jsonName,
            String topic,
            Class<? extends SpecificRecord> recordClass,
            Schema schema,
            String keyField) {
        this.jsonName = jsonName;
        this.topic = topic;
        this.recordClass = recordClass;
        this.schema = schema;
        this.keyField = keyField;
        this.keyPosition = schema.getField(keyField).pos();
        this.bodyPosition = schema.getField("body").pos();
    }

    /**
     * The stream an event belongs to.
     *
     * @throws IllegalArgumentException when it is none of the four event records
     */
    public static EventStream of(SpecificRecord event) {
        for (EventStream stream : values()) {
            if (stream.recordClass.isInstance(event)) {
                return stream;
            }
        }
        throw new IllegalArgumentException("not an event: " + event.getClass().getName());
    }

    /** The stream with this name in JSON Lines, or null when there is none. */
    public static EventStream ofJsonName(String jsonName) {
        for (EventStream stream : values()) {
            if (stream.jsonName.equals(jsonName)) {
                return stream;
            }
        }
        return null;
    }

    /** The stream of this Kafka topic, or null when there is none. */
    public static EventStream ofTopic(String topic) {
        for (EventStream stream : values()) {
            if (stream.topic.equals(topic)) {
                return stream;
            }
        }
        return null;
    }

    /** The value of {@code stream} in JSON Lines. */
    public String jsonName() {
        return jsonName;
    }

    /** The Kafka topic by default; {@code infra/kafka/topics.yaml} says how it is made. */
    public String topic() {
        return topic;
    }

    /** The generated class of its events. */
    public Class<? extends SpecificRecord> recordClass() {
        return recordClass;
    }

    /** The schema this release reads and writes. */
    public Schema schema() {
        return schema;
    }

    /** Name of the header field that completes the key, after the shop. */
    public String keyField() {
        return keyField;
    }

    /** Schemas of the bodies, in the order of the union. */
    public List<Schema> bodies() {
        return schema.getFields().get(bodyPosition).schema().getTypes();
    }

    /** The Kafka key of an event of this stream: shop id, a slash, and the key field; travels as UTF-8. */
    public String key(SpecificRecord event) {
        return shopId(event) + '/' + event.get(keyPosition);
    }

    /** What happened: the body record of an event of this stream, or null when there is none. */
    public SpecificRecord body(SpecificRecord event) {
        return (SpecificRecord) event.get(bodyPosition);
    }

    /** The id that duplicates of an event share. */
    public static String eventId(SpecificRecord event) {
        return (String) event.get(EVENT_ID);
    }

    /** When the event happened. */
    public static Instant eventTime(SpecificRecord event) {
        return (Instant) event.get(EVENT_TIME);
    }

    /** When the event happened, milliseconds since 1970-01-01 UTC. */
    public static long eventTimeMillis(SpecificRecord event) {
        return eventTime(event).toEpochMilli();
    }

    /** The shop it happened in. */
    public static String shopId(SpecificRecord event) {
        return (String) event.get(SHOP_ID);
    }

    /** Position of the body in the event record. */
    public int bodyPosition() {
        return bodyPosition;
    }
}
