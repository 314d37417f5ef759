package io.deskpulse.imports.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Values that stand for something a mapping says instead of a value or an event. */
public final class Marks {
    private static final String REFUSED = "$refused";
    private static final String SKIP = "$skip";
    private static final String LOST = "$lost";

    private static final String COUNT = "$count";

    private Marks() {}

    /** Stands where a value cannot be; the event that holds it is refused. */
    public static ObjectNode refused(String expected) {
        return mark(REFUSED, expected);
    }

    /** Says that a record is known and gives no event. */
    public static ObjectNode skip(String reason) {
        return mark(SKIP, reason);
    }

    /** Says that the source knows something that no event can say. */
    public static ObjectNode lost(String reason) {
        return mark(LOST, reason);
    }

    /** Says the same of several. */
    static ObjectNode lost(String reason, long count) {
        return lost(reason).put(COUNT, count);
    }

    /** How many a loss is about. */
    public static long count(JsonNode loss) {
        return loss.path(COUNT).asLong(1);
    }

    /** What was expected, or null when the value is no refusal. */
    public static String refusal(JsonNode value) {
        return text(value, REFUSED);
    }

    /** Why a record gives no event, or null. */
    public static String skipped(JsonNode value) {
        return text(value, SKIP);
    }

    /** What was lost, or null. */
    public static String loss(JsonNode value) {
        return text(value, LOST);
    }

    private static ObjectNode mark(String name, String text) {
        return JsonNodeFactory.instance.objectNode().put(name, text);
    }

    private static String text(JsonNode value, String name) {
        return value != null && value.isObject() && value.has(name)
                ? value.get(name).asText()
                : null;
    }
}
