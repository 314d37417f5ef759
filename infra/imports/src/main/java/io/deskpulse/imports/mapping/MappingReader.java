package io.deskpulse.imports.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import io.deskpulse.imports.functions.Environment;
import io.deskpulse.ops.UserError;
import io.deskpulse.streaming.yaml.YamlFile;
import io.deskpulse.streaming.yaml.YamlProblem;
import io.deskpulse.streaming.yaml.YamlSection;
import io.deskpulse.streaming.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the two files of a mapping, and those of the one that it extends; every mistake is told with its file, line and column. */
public final class MappingReader {
    private static final String[] KEYS = {
        "extends",
        "name",
        "title",
        "prefix",
        "version",
        "table",
        "zone",
        "envelopes",
        "header",
        "shop_keys",
        "settings",
        "tables",
        "ignore",
        "records",
        "texts"
    };

    private final Environment environment;
    private final Templates templates;
    private final Map<String, String> overrides;
    private final List<RecordKind> kinds = new ArrayList<>();
    private final Set<String> envelopes = new LinkedHashSet<>();
    private final Set<String> ignored = new LinkedHashSet<>();
    private final List<Expression> events = new ArrayList<>();
    private final Map<String, Mapping.Setting> settings = new LinkedHashMap<>();
    private final Map<String, List<String>> texts = new LinkedHashMap<>();
    private Expression header;
    private Expression shopKeys;
    private String name;
    private String title;
    private String prefix;
    private String version = "1";
    private boolean table;
    private String zone;

    private MappingReader(Environment environment, Map<String, String> overrides) {
        this.environment = environment;
        this.templates = new Templates(environment);
        this.overrides = overrides;
    }

    /**
     * A mapping, compiled for one import.
     *
     * @param overrides values of settings, and of tables as {@code TABLE.KEY}
     * @throws UserError when a file is wrong, telling every mistake, or an override names nothing
     */
    public static Mapping read(MappingFiles files, Environment environment, Map<String, String> overrides) {
        MappingReader reader = new MappingReader(environment, overrides);
        reader.file(files);
        return reader.mapping();
    }

    private Mapping mapping() {
        environment.source(prefix, Zones.ofSource(zone));
        settings.putIfAbsent(
                "buyer",
                new Mapping.Setting(
                        JsonNodeFactory.instance.textNode(""),
                        "which name of a buyer goes first: email, external, id, nick",
                        List.of("email", "external", "id", "nick")));
        settings.putIfAbsent(
                "currency",
                new Mapping.Setting(
                        JsonNodeFactory.instance.textNode(""),
                        "the shop's currency, where records do not name it",
                        List.of()));
        settings.putIfAbsent(
                "overlap",
                new Mapping.Setting(
                        JsonNodeFactory.instance.textNode("earlier"),
                        "which of two instants a local time is that exists twice: earlier, later",
                        List.of("earlier", "later")));
        settings.forEach((key, setting) -> environment.settings().put(key, setting.value()));
        new Overrides(name, settings, environment).apply(overrides);
        Set<String> known = new LinkedHashSet<>(templates.known());
        environment.settings().forEach((key, value) -> {
            if (key.endsWith("_field")) {
                known.add(value.asText());
            }
        });
        kinds.forEach(kind -> kind.children().keySet().forEach(path -> known.addAll(List.of(path.split("\\.")))));
        return new Mapping(
                new Mapping.About(name, title, version, table, texts, settings),
                environment,
                List.copyOf(kinds),
                Set.copyOf(envelopes),
                header,
                shopKeys,
                List.copyOf(events),
                Set.copyOf(known),
                Set.copyOf(ignored));
    }

    private void file(MappingFiles files) {
        YamlFile<Boolean> read = YamlFile.read(files.yaml(), root -> {
            section(root.section("a mapping").knowing(KEYS), files);
            return true;
        });
        if (!read.problems().isEmpty()) {
            throw new UserError(YamlProblem.told("The mapping is not right:", files.origin(), read.problems()));
        }
        if (read.value() == null) {
            throw new UserError(files.origin() + " is empty.");
        }
    }

    /** What a file says goes before what the one says that it extends. */
    private void section(YamlSection mapping, MappingFiles files) {
        settingsOf(mapping);
        tablesOf(mapping);
        for (YamlValue record : mapping.optional("records").elements()) {
            kinds.add(new RecordReader(templates).kind(record));
        }
        mapping.optional("envelopes").elements().forEach(path -> envelopes.add(path.text()));
        mapping.optional("ignore").elements().forEach(field -> ignored.add(field.text()));
        textsOf(mapping);
        boolean extending = mapping.has("extends");
        name = first(name, mapping, "name", extending);
        title = first(title, mapping, "title", extending);
        prefix = first(prefix, mapping, "prefix", extending);
        version = mapping.has("version") ? mapping.optional("version").text() : version;
        table = table || mapping.has("table");
        zone = zone != null || !mapping.has("zone") ? zone : Zones.named(mapping.optional("zone"));
        header = header != null ? header : RecordReader.expression(templates, mapping.optional("header"), "header");
        shopKeys = shopKeys != null
                ? shopKeys
                : RecordReader.expression(templates, mapping.optional("shop_keys"), "shop_keys");
        template(files);
        if (extending) {
            file(MappingFiles.bundled(mapping.optional("extends").text()));
        }
    }

    private static String first(String before, YamlSection mapping, String key, boolean optional) {
        if (before != null || (optional && !mapping.has(key))) {
            return before;
        }
        return mapping.required(key).text();
    }

    private void template(MappingFiles files) {
        if (files.template() == null) {
            return;
        }
        try {
            events.add(templates.compile("events.jslt", files.template()));
        } catch (JsltException e) {
            throw new UserError("The template beside " + files.origin() + " is not right: " + e.getMessage(), e);
        }
    }

    private void settingsOf(YamlSection mapping) {
        if (!mapping.has("settings")) {
            return;
        }
        YamlSection section = mapping.optional("settings").section("settings");
        for (String key : section.names()) {
            YamlSection setting =
                    section.optional(key).section("a setting").knowing("default", "choices", "list", "about");
            JsonNode value;
            if (setting.has("list")) {
                ArrayNode list = JsonNodeFactory.instance.arrayNode();
                setting.optional("list").elements().forEach(word -> list.add(word.text()));
                value = list;
            } else {
                String text =
                        setting.has("default") ? setting.optional("default").text() : "";
                value = JsonNodeFactory.instance.textNode(text);
            }
            settings.putIfAbsent(
                    key,
                    new Mapping.Setting(
                            value,
                            setting.has("about") ? setting.optional("about").text() : "",
                            setting.optional("choices").elements().stream()
                                    .map(YamlValue::text)
                                    .toList()));
        }
    }

    private void tablesOf(YamlSection mapping) {
        if (!mapping.has("tables")) {
            return;
        }
        YamlSection section = mapping.optional("tables").section("tables");
        for (String key : section.names()) {
            YamlSection rows = section.optional(key).section("a table");
            Map<String, JsonNode> values = environment.tables().computeIfAbsent(key, none -> new HashMap<>());
            for (String row : rows.names()) {
                values.putIfAbsent(
                        row,
                        JsonNodeFactory.instance.textNode(rows.required(row).text()));
            }
        }
    }

    private void textsOf(YamlSection mapping) {
        if (mapping.has("texts")) {
            YamlSection section = mapping.optional("texts").section("texts");
            for (String key : section.names()) {
                List<String> paragraphs = new ArrayList<>();
                section.optional(key).elements().forEach(text -> paragraphs.add(text.text()));
                texts.putIfAbsent(key, paragraphs);
            }
        }
    }
}
