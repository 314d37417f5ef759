package io.deskpulse.imports.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.imports.functions.Environment;

/**
 * An event as a template proposes it: {@code type}, {@code id}, {@code time} and the fields of its type.
 *
 * @param record position of the record that it comes from
 * @param fields as the template gave them
 */
public record Proto(int record, ObjectNode fields) {
    /** The type, of an event or of those that only the order of time resolves. */
    public String type() {
        return String.valueOf(text("type"));
    }

    /** The id of the event. */
    public String id() {
        return String.valueOf(text("id"));
    }

    /** When it happened, milliseconds since 1970-01-01 UTC; the latest of all when the time is no time. */
    public long time() {
        JsonNode time = fields.get("time");
        return time != null && time.isIntegralNumber() && time.canConvertToLong() ? time.longValue() : Long.MAX_VALUE;
    }

    /** A field as text, or null. */
    public String text(String field) {
        return Environment.string(fields.get(field));
    }

    /** Another event of the same record at the same time. */
    public Proto as(String type, String id) {
        ObjectNode other = fields.objectNode();
        other.put("type", type).put("id", id);
        other.set("time", fields.get("time"));
        return new Proto(record, other);
    }
}
