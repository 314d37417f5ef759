package io.deskpulse.ops.reasons;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import org.yaml.snakeyaml.reader.StreamReader;

/** Lines of an entry of a file, in YAML. */
public final class EntryLines {
    private static final String ENDS_OF_LINES = "\u0085\u2028\u2029";

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
            lines.add(key + escaped(list.toString()));
        }
    }

    /** As JSON, which YAML reads; plain where nothing could be read otherwise. */
    public static String quoted(String text) {
        return text.matches("(?!null$)[a-z][a-z_]*")
                ? text
                : escaped(TextNode.valueOf(text).toString());
    }

    /** JSON holds characters as they are that YAML refuses, or takes for the end of a line. */
    private static String escaped(String json) {
        StringBuilder yaml = new StringBuilder();
        json.codePoints().forEach(point -> {
            if (StreamReader.isPrintable(point) && ENDS_OF_LINES.indexOf(point) < 0) {
                yaml.appendCodePoint(point);
            } else {
                yaml.append(String.format(Locale.ROOT, point > Character.MAX_VALUE ? "\\U%08x" : "\\u%04x", point));
            }
        });
        return yaml.toString();
    }
}
