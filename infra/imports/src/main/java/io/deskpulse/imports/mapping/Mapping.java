package io.deskpulse.imports.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import io.deskpulse.imports.functions.Environment;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the records of one source become events; compiled for one import.
 *
 * @param about name, title, version and the words of the documentation
 * @param environment what its functions know
 * @param kinds all kinds of records, in the order in which they are tried
 * @param envelopes paths of what stands around records, such as {@code data.payload}
 * @param header fields that all events of a group share
 * @param shopKeys what rules for shops can go by; null when nothing
 * @param templates from a record in its group to events; the first that gives something counts
 * @param known names of fields that occur in the mapping
 * @param ignored names of fields that are known to say nothing
 */
public record Mapping(
        About about,
        Environment environment,
        List<RecordKind> kinds,
        Set<String> envelopes,
        Expression header,
        Expression shopKeys,
        List<Expression> templates,
        Set<String> known,
        Set<String> ignored) {

    /**
     * What a mapping says of itself.
     *
     * @param table whether its files are tables and not JSON
     * @param texts paragraphs of the documentation by their name
     * @param settings what each setting is for, by name
     */
    public record About(
            String name,
            String title,
            String version,
            boolean table,
            Map<String, List<String>> texts,
            Map<String, Setting> settings) {}

    /**
     * A setting.
     *
     * @param value its default
     * @param about what it is for
     * @param choices words that it may be made of; empty when it may be anything
     */
    public record Setting(JsonNode value, String about, List<String> choices) {}

    /** The kind of a name. */
    public RecordKind kind(String name) {
        for (RecordKind kind : kinds) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of records is called " + name);
    }
}
