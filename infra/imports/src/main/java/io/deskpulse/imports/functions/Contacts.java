package io.deskpulse.imports.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.imports.input.Json;
import io.deskpulse.imports.sorting.ExternalSort;
import io.deskpulse.imports.sorting.KeyedFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What all records of an import say about the people in them, by the source's id of each. Of two things said of one the smaller counts,
 * so that the order of records does not. What exceeds the memory lies on the disk, or is forgotten where there is no end of records.
 * Safe for use by several threads.
 */
public final class Contacts implements AutoCloseable {
    private static final int MOST_IN_MEMORY = 60_000;
    private static final int MOST_ASKED = 1_000;
    private static final long SORTED_IN_MEMORY = 16L << 20;

    private final int mostInMemory;
    private final boolean endless;
    private final Map<String, ObjectNode> people;
    private final Set<String> team = new HashSet<>();
    private final List<KeyedFile> stored = new ArrayList<>();
    /** Who was asked for lately and lies on the disk: each record of a conversation asks for the same. */
    private final Map<String, ObjectNode> asked = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ObjectNode> eldest) {
            return size() > MOST_ASKED;
        }
    };
    /** Those that are on their way to the disk; null when there are none. */
    private ExternalSort leaving;

    private Contacts(int mostInMemory, boolean endless) {
        this.mostInMemory = mostInMemory;
        this.endless = endless;
        this.people = new LinkedHashMap<>(256, 0.75f, endless);
    }

    /** Of an import, which has an end: nobody is forgotten. */
    public static Contacts ofImport() {
        return ofImport(MOST_IN_MEMORY);
    }

    /** The same, with so many in memory. */
    static Contacts ofImport(int mostInMemory) {
        return new Contacts(mostInMemory, false);
    }

    /** Of webhooks, of which there is no end: who was not heard of longest is forgotten. */
    public static Contacts ofLatest() {
        return new Contacts(MOST_IN_MEMORY, true);
    }

    /** Notes what a record says: objects with an {@code id} and any of {@code email}, {@code external}, {@code nick}, {@code role}. */
    public synchronized void add(JsonNode said) {
        asked.clear();
        for (JsonNode person :
                said.isArray() ? said : JsonNodeFactory.instance.arrayNode().add(said)) {
            String id = Environment.string(person.get("id"));
            if (id != null) {
                people.put(id, merged(people.get(id), person));
                if (people.size() > mostInMemory) {
                    makeRoom();
                }
            }
            String email = email(Environment.string(person.get("email")));
            if (email != null && person.path("team").asBoolean()) {
                team.add(email);
            }
        }
    }

    private void makeRoom() {
        if (endless) {
            people.remove(people.keySet().iterator().next());
        } else {
            leave();
        }
    }

    private void leave() {
        if (leaving == null) {
            leaving = new ExternalSort(SORTED_IN_MEMORY);
        }
        people.forEach((id, person) -> leaving.add(key(id), person.toString().getBytes(StandardCharsets.UTF_8)));
        people.clear();
    }

    private static byte[] key(String id) {
        return id.getBytes(StandardCharsets.UTF_8);
    }

    /** What is known of somebody, or null; what comes later does not change it. */
    public synchronized ObjectNode of(String id) {
        if (leaving != null) {
            try (ExternalSort sorted = leaving) {
                stored.add(new KeyedFile(sorted.sorted()));
            }
            leaving = null;
        }
        if (stored.isEmpty()) {
            return people.get(id);
        }
        if (!asked.containsKey(id)) {
            asked.put(id, looked(id));
        }
        return asked.get(id);
    }

    private ObjectNode looked(String id) {
        ObjectNode known = people.get(id);
        for (KeyedFile file : stored) {
            for (byte[] said : file.values(key(id))) {
                known = merged(known, Json.parse(new String(said, StandardCharsets.UTF_8)));
            }
        }
        return known;
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

    /** Gives back the disk. */
    @Override
    public synchronized void close() {
        stored.forEach(KeyedFile::close);
        stored.clear();
        if (leaving != null) {
            leaving.close();
        }
    }
}
