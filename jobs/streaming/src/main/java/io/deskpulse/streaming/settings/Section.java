package io.deskpulse.streaming.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One mapping of a settings file: its entries by key, in order, each with its place in the file. */
final class Section {
    private final Node node;
    private final String what;
    private final Problems problems;
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Map<String, Node> values = new LinkedHashMap<>();

    /** Reads a mapping; anything else is a problem and reads as an empty one. */
    Section(Node node, String what, Problems problems) {
        this.node = node;
        this.what = what;
        this.problems = problems;
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                put(entry);
            }
        } else {
            problems.at(node, what + " must be a mapping of keys to values");
        }
    }

    private void put(NodeTuple entry) {
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            problems.at(entry.getKeyNode(), "a key of " + what + " must be a word");
        } else if (keys.containsKey(key.getValue())) {
            problems.at(key, what + " has the key '" + key.getValue() + "' twice");
        } else {
            keys.put(key.getValue(), key);
            values.put(key.getValue(), entry.getValueNode());
        }
    }

    /** The same section, after complaining about every key that is none of these. */
    Section knowing(String... known) {
        Set<String> names = Set.of(known);
        keys.forEach((name, key) -> {
            if (!names.contains(name)) {
                problems.at(key, "unknown key '" + name + "' in " + what + "; known are " + String.join(", ", known));
            }
        });
        return this;
    }

    Node node() {
        return node;
    }

    Set<String> names() {
        return keys.keySet();
    }

    Node keyNode(String key) {
        return keys.get(key);
    }

    /** A value, or null when the key is absent or empty. */
    Node optional(String key) {
        Node value = values.get(key);
        return value == null || value.getTag().equals(Tag.NULL) ? null : value;
    }

    /** A value; a problem and null when there is none. */
    Node required(String key) {
        Node value = optional(key);
        if (value == null && node instanceof MappingNode) {
            problems.at(node, what + " needs '" + key + "'");
        }
        return value;
    }

    /** The elements of a list, none when the key is absent; a single word is a list of one. */
    List<Node> list(String key) {
        Node value = optional(key);
        return value == null ? List.of() : elements(value);
    }

    /** The words of a list. */
    Set<String> words(String key) {
        List<String> words = new ArrayList<>();
        for (Node element : list(key)) {
            if (element instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                words.add(scalar.getValue());
            } else {
                problems.at(element, "'" + key + "' must be a list of words");
            }
        }
        return Set.copyOf(words);
    }

    static List<Node> elements(Node value) {
        return value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
    }
}
