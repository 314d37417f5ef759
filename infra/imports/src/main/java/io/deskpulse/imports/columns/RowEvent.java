package io.deskpulse.imports.columns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * An event that a row is.
 *
 * @param stream of the event
 * @param type of the event
 * @param when the column that must be filled; null when every row is the event
 * @param fields of the event
 * @param lines fields of the lines of an order; null when it has none
 */
record RowEvent(String stream, String type, String when, Map<String, FieldRule> fields, Map<String, FieldRule> lines) {
    /** The proposal that a row makes, or null when it is not this event. */
    ObjectNode of(JsonNode row, Iterable<JsonNode> rowsOfLines, String id, CellRules rules) {
        if (when != null && CellRules.cell(row, when) == null) {
            return null;
        }
        ObjectNode proposal = JsonNodeFactory.instance.objectNode();
        proposal.put("type", type).put("id", id);
        fields.forEach((name, rule) -> {
            JsonNode value = rule.of(row, rules);
            if (!value.isNull()) {
                proposal.set(name.equals("event_time") ? "time" : name, value);
            }
        });
        if (stream.equals("chat") && !proposal.has("channel")) {
            proposal.put("channel", "CHAT");
        }
        if (lines != null) {
            ArrayNode list = proposal.putArray("lines");
            for (JsonNode of : rowsOfLines) {
                ObjectNode line = list.addObject();
                lines.forEach((name, rule) -> line.set(name, rule.of(of, rules)));
            }
        } else if (type.equals("OrderCreated")) {
            proposal.putArray("lines");
        }
        return proposal;
    }
}
