package io.deskpulse.imports.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What all records of an import say about the people in them, by the source's id of each. Of two things said of one the smaller counts,
 * so that the order of records does not. Safe for use by several threads.
 */
public final class Contacts {
    private final Map<String, ObjectNode> people = new HashMap<>();
    private final Set<String> team = new HashSet<>();

    /** Notes what a record says: objects with an {@code id} and any of {@code email}, {@code external}, {@code nick}, {@code role}. */
    public synchronized void add(JsonNode said) {
        for (JsonNode person :
                said.isArray() ? said : JsonNodeFactory.instance.arrayNode().add(said)) {
            String id = Environment.string(person.get("id"));
            if (id != null) {
                people.put(id, merged(people.get(id), person));
            }
            String email = email(Environment.string(person.get("email")));
            if (email != null && person.path("team").asBoolean()) {
                team.add(email);
            }
        }
    }

    /** What is known of somebody, or null; what comes later does not change it. */
    public synchronized ObjectNode of(String id) {
        return people.get(id);
    }

    /** Whether somebody with this address works for the shop. */
    public synchronized boolean isTeam(String email) {
        return team.contains(email);
    }

    /** An address as it is compared: trimmed, in lower case; null when it is none. */
    public static String email(String text) {
        String email = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return email.indexOf('@') > 0 ? email : null;
    }

    private static ObjectNode merged(ObjectNode before, JsonNode said) {
        ObjectNode known = before == null ? JsonNodeFactory.instance.objectNode() : before;
        for (Map.Entry<String, JsonNode> field : said.properties()) {
            String value = Environment.string(field.getValue());
            if (value == null) {
                continue;
            }
            String comparable = field.getKey().equals("email") ? email(value) : value;
            JsonNode other = known.get(field.getKey());
            if (comparable != null && (other == null || other.asText().compareTo(comparable) > 0)) {
                known = known == before ? known.deepCopy() : known;
                known.put(field.getKey(), comparable);
            }
        }
        return known;
    }
}
