package io.deskpulse.ops.reasons;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** Lines of an entry of a file, in YAML. */
public final class EntryLines {
    private EntryLines() {}

    /** Adds a key with a text, unless there is none. */
    public static void text(List<String> lines, String key, String value) {
        if (value != null) {
            lines.add(key + quoted(value));
        }
    }

    /** Adds a key with a list of words, unless there are none. */
    public static void list(List<String> lines, List<String> words, String key) {
        if (!words.isEmpty()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            words.forEach(list::add);
            lines.add(key + list);
        }
    }

    /** As JSON, which YAML reads; plain where nothing could be read otherwise. */
    public static String quoted(String text) {
        return text.matches("[a-z][a-z_]*") ? text : TextNode.valueOf(text).toString();
    }
}
