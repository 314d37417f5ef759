package io.deskpulse.imports.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the functions of a mapping know beside their arguments: settings, tables, times, and the contacts of this import. */
public final class Environment {
    private static final List<String> STRONGEST_FIRST = List.of("email", "external", "nick", "id");

    private final Contacts contacts;
    private final Map<String, JsonNode> settings = new HashMap<>();
    private final Map<String, Map<String, JsonNode>> tables = new HashMap<>();
    private final Instants instants;
    private String prefix = "";
    private ZoneId zoneOfSource;

    /** An environment without settings, of an import. */
    public Environment(Instants instants) {
        this(instants, Contacts.ofImport());
    }

    /** An environment without settings. */
    public Environment(Instants instants, Contacts contacts) {
        this.instants = instants;
        this.contacts = contacts;
    }

    /** The contacts seen so far. */
    public Contacts contacts() {
        return contacts;
    }

    /** How times are read. */
    public Instants instants() {
        return instants;
    }

    /** The source's prefix of ids, without the dash. */
    public String prefix() {
        return prefix;
    }

    /** Sets the prefix of ids, and the zone of times without an offset where the source has one, else null. */
    public void source(String itsPrefix, ZoneId itsZone) {
        prefix = itsPrefix;
        zoneOfSource = itsZone;
    }

    /** The zone of times without an offset in this source, or null. */
    public ZoneId zoneOfSource() {
        return zoneOfSource;
    }

    /** The settings by name, to be changed while a mapping is read. */
    public Map<String, JsonNode> settings() {
        return settings;
    }

    /** The tables of values by name, to be changed while a mapping is read. */
    public Map<String, Map<String, JsonNode>> tables() {
        return tables;
    }

    /** A setting as text, or null when it is empty. */
    public String setting(String name) {
        String text = string(settings.get(name));
        return text == null || text.isBlank() ? null : text;
    }

    /**
     * The name of a buyer: the strongest that is known of them anywhere in the import.
     *
     * @param id the source's id, null when unknown
     * @param email null when this record has none
     * @param external the shop's own id of them, null when this record has none
     * @return null when nothing is known
     */
    public String buyer(String id, String email, String external, String nick) {
        JsonNode known = id == null ? null : contacts.of(id);
        Map<String, String> names = new HashMap<>();
        names.put("email", either(known, "email", Contacts.email(email)));
        names.put("external", either(known, "external", external));
        names.put("nick", either(known, "nick", nick));
        names.put("id", id == null ? null : prefix + "-contact-" + id);
        for (String kind : order()) {
            String name = names.get(kind);
            if (name != null && !name.isBlank()) {
                return name;
            }
        }
        return null;
    }

    private List<String> order() {
        String first = setting("buyer");
        return first == null
                ? STRONGEST_FIRST
                : java.util.stream.Stream.concat(
                                Arrays.stream(first.split(",")).map(String::strip), STRONGEST_FIRST.stream())
                        .distinct()
                        .toList();
    }

    private static String either(JsonNode known, String field, String said) {
        String before = known == null ? null : string(known.get(field));
        return before == null ? said : before;
    }

    /** A text, a number with all its digits, or true or false, as text; null for anything else. */
    public static String string(JsonNode value) {
        if (value == null || value.isNull() || value.isContainerNode()) {
            return null;
        }
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
    }

    /** A node of a text, or of null. */
    public static JsonNode node(String text) {
        return text == null ? JsonNodeFactory.instance.nullNode() : JsonNodeFactory.instance.textNode(text);
    }
}
