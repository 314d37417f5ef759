package io.deskpulse.imports.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.imports.mapping.Mapping;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes out of records what the mapping does not name, counting it; so names, phones and addresses are never kept. */
public final class Fields {
    /** Names of fields as programs give them; where people do, as keys of a map, they may be personal. */
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}_$][\\p{L}\\p{M}_$ ().:/-]*(?:\\d{1,4}[\\p{L}\\p{M}_$ ().:/-]*){0,4}");

    private static final int LONGEST_NAME = 60;

    private final Set<String> known;
    private final Set<String> ignored;
    private final boolean whole;
    private final Report report;

    /**
     * For one import.
     *
     * @param whole whether records stay as they are
     */
    public Fields(Mapping mapping, boolean whole, Report report) {
        this.known = mapping.known();
        this.ignored = mapping.ignored();
        this.whole = whole;
        this.report = report;
    }

    /** Takes out of a record, and of all in it, what the mapping does not name. */
    public void prune(JsonNode node) {
        if (node.isArray()) {
            node.forEach(this::prune);
        } else if (node instanceof ObjectNode object) {
            Iterator<Map.Entry<String, JsonNode>> fields = object.properties().iterator();
            while (fields.hasNext()) {
                Map.Entry<String, JsonNode> field = fields.next();
                if (known.contains(field.getKey())) {
                    if (field.getValue().isContainerNode()) {
                        prune(field.getValue());
                    }
                    continue;
                }
                if (!ignored.contains(field.getKey())) {
                    report.unmapped(told(field.getKey()), type(field.getValue()));
                }
                if (!whole) {
                    fields.remove();
                }
            }
        }
    }

    /** The name, or null when it may be personal. */
    private String told(String name) {
        boolean usual = report.unmapped().containsKey(name)
                || (name.length() <= LONGEST_NAME && NAME.matcher(name).matches());
        return usual ? name : null;
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "list";
            case BOOLEAN -> "true or false";
            case NULL, MISSING -> "null";
            case NUMBER -> "number";
            case STRING -> "text";
            default -> "object";
        };
    }
}
