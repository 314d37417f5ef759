package io.deskpulse.schemas.jsonl;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.Rejection;
import java.util.Collection;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;

/** Says what a line holds instead of what was expected, as much of it as may be shown. */
final class Found {

    private static final int SHOWN_CHARACTERS = 40;

    private Found() {}

    /** A rejection that shows the value; only for fields whose type leaves no room for personal text. */
    static RejectedEventException insteadOf(String expected, String field, JsonNode json) {
        return insteadOf(expected, field, json, "");
    }

    /** A rejection that shows the value, and a hint after it. */
    static RejectedEventException insteadOf(String expected, String field, JsonNode json, String hint) {
        return impossible(field, "expected " + expected + ", got " + shown(json) + hint);
    }

    /** A rejection that lists what is allowed, shows the value and suggests what may have been meant. */
    static RejectedEventException insteadOfOneOf(Collection<String> allowed, String field, JsonNode json) {
        String suggestion = json.isTextual() ? NearestName.suggestion(json.textValue(), allowed) : "";
        String expected = allowed.size() == 1 ? "" : "one of ";
        return insteadOf(expected + String.join(", ", allowed), field, json, suggestion);
    }

    /** A rejection that shows only the kind of value, so that no personal text can leak. */
    static RejectedEventException kindInsteadOf(String expected, String field, JsonNode json) {
        return impossible(field, "expected " + expected + ", got " + kind(json));
    }

    /**
     * Checks that an object has no member but the known ones; a null one is let pass, it says nothing.
     *
     * @param path stands before the names in errors
     */
    static void rejectUnknownFields(JsonNode object, Set<String> known, String path) throws RejectedEventException {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name) && !object.get(name).isNull()) {
                String suggestion = NearestName.suggestion(name, known);
                String problem = "unknown field" + (suggestion.isEmpty() ? "; known are " + list(known) : suggestion);
                throw impossible(path + shortened(name), problem);
            }
        }
    }

    private static RejectedEventException impossible(String field, String problem) {
        return new RejectedEventException(Rejection.impossible(field, problem));
    }

    private static String list(Set<String> names) {
        return String.join(", ", new TreeSet<>(names));
    }

    private static String shown(JsonNode json) {
        if (json.isContainerNode()) {
            return kind(json);
        }
        return json.isTextual() ? '"' + shortened(json.textValue()) + '"' : shortened(json.asText());
    }

    private static String shortened(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", " ");
        return printable.length() <= SHOWN_CHARACTERS ? printable : printable.substring(0, SHOWN_CHARACTERS) + "…";
    }

    private static String kind(JsonNode json) {
        return switch (json.getNodeType()) {
            case ARRAY -> "an array";
            case BOOLEAN -> "true or false";
            case NUMBER -> "a number";
            case OBJECT -> "an object";
            case STRING -> "a string";
            default -> "null";
        };
    }
}
