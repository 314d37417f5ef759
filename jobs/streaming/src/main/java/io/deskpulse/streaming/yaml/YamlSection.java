package io.deskpulse.streaming.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One mapping of a file: its values by key, in order, each with its place in the file. */
public final class YamlSection {
    private final YamlValue place;
    private final boolean mapping;
    private final String what;
    private final Problems problems;
    private final Map<String, YamlValue> keys = new LinkedHashMap<>();
    private final Map<String, YamlValue> values = new LinkedHashMap<>();

    YamlSection(YamlValue place, Node node, String what, Problems problems) {
        this.place = place;
        this.mapping = node instanceof MappingNode;
        this.what = what;
        this.problems = problems;
        if (node instanceof MappingNode map) {
            map.getValue().forEach(this::put);
        } else {
            place.problem(what + " must be a mapping of keys to values");
        }
    }

    private void put(NodeTuple entry) {
        YamlValue key = new YamlValue(entry.getKeyNode(), problems);
        if (!(entry.getKeyNode() instanceof ScalarNode scalar)) {
            key.problem("a key of " + what + " must be a word");
        } else if (keys.putIfAbsent(scalar.getValue(), key) != null) {
            key.problem(what + " has the key '" + scalar.getValue() + "' twice");
        } else {
            Node value = entry.getValueNode();
            values.put(scalar.getValue(), new YamlValue(value.getTag().equals(Tag.NULL) ? null : value, problems));
        }
    }

    /** The same section, after noting every key that is none of these. */
    public YamlSection knowing(String... known) {
        Set<String> names = Set.of(known);
        keys.forEach((name, key) -> {
            if (!names.contains(name)) {
                key.problem("unknown key '" + name + "' in " + what + "; known are " + String.join(", ", known));
            }
        });
        return this;
    }

    /** The keys, in the order of the file. */
    public Set<String> names() {
        return keys.keySet();
    }

    /** The key itself, to note a mistake at its place; where the section begins when it is not there. */
    public YamlValue key(String name) {
        return keys.getOrDefault(name, place);
    }

    /** Whether a key is there and has a value. */
    public boolean has(String name) {
        return !optional(name).isAbsent();
    }

    /** A value, absent when the key is not there or has none. */
    public YamlValue optional(String name) {
        return values.getOrDefault(name, new YamlValue(null, problems));
    }

    /** A value; its absence is noted. */
    public YamlValue required(String name) {
        YamlValue value = optional(name);
        if (value.isAbsent() && mapping) {
            place.problem(what + " needs '" + name + "'");
        }
        return value;
    }

    /** The words of a list, or a single one; none when the key is absent. */
    public Set<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (YamlValue element : optional(name).elements()) {
            if (element.isWord()) {
                words.add(element.text());
            } else {
                element.problem("'" + name + "' must be a list of words");
            }
        }
        return Set.copyOf(words);
    }
}
