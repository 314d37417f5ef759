package io.deskpulse.imports.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.impl.RegexpFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The template language's functions that match patterns, which do the same and end when their thread is interrupted: its own ones would
 * try the ways of a hostile pattern for longer than anybody waits.
 */
final class Patterns {
    private static final int MOST_KEPT = 1_000;
    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

    private static final Map<String, Pattern> KEPT = new LinkedHashMap<>();

    private Patterns() {}

    /** A function whose second argument is a pattern, which is looked at when the template is compiled. */
    private record PatternFunction(String name, int arguments, OwnFunction.Body body)
            implements Function, RegexpFunction {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public int getMinArguments() {
            return arguments;
        }

        @Override
        public int getMaxArguments() {
            return arguments;
        }

        @Override
        public int regexpArgumentNumber() {
            return 1;
        }

        @Override
        public JsonNode call(JsonNode input, JsonNode[] given) {
            return body.call(given);
        }
    }

    /** Letters of a text, as long as nobody has given up the thread that reads them. */
    private record Letters(CharSequence text) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (Thread.currentThread().isInterrupted()) {
                throw new JsltException("a pattern was given up");
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    static List<Function> functions() {
        return List.of(
                new PatternFunction("test", 2, Patterns::test),
                new PatternFunction("capture", 2, Patterns::capture),
                new PatternFunction("split", 2, Patterns::split),
                new PatternFunction("replace", 3, Patterns::replace));
    }

    private static JsonNode test(JsonNode[] given) {
        return given[0].isNull()
                ? BooleanNode.FALSE
                : BooleanNode.valueOf(matcher(given, text(given[0])).find());
    }

    private static JsonNode capture(JsonNode[] given) {
        if (given[0].isNull()) {
            return given[0];
        }
        Matcher matcher = matcher(given, text(given[0]));
        ObjectNode captured = JsonNodeFactory.instance.objectNode();
        if (matcher.find()) {
            Matcher groups = GROUP.matcher(text(given[1]));
            while (groups.find()) {
                captured.put(groups.group(1), matcher.group(groups.group(1)));
            }
        }
        return captured;
    }

    /** Without the empty texts at the end, and without one at the beginning, as Java splits. */
    private static JsonNode split(JsonNode[] given) {
        if (given[0].isNull()) {
            return given[0];
        }
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        for (String part : pattern(given).split(new Letters(text(given[0])))) {
            parts.add(part);
        }
        return parts;
    }

    private static JsonNode replace(JsonNode[] given) {
        if (given[0].isNull()) {
            return given[0];
        }
        String text = text(given[0]);
        String instead = text(given[2]);
        Matcher matcher = matcher(given, text);
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() == matcher.end()) {
                throw new JsltException("a pattern in replace() matched an empty text");
            }
            replaced.append(text, from, matcher.start()).append(instead);
            from = matcher.end();
        }
        return from == 0 && given[0].isTextual()
                ? given[0]
                : JsonNodeFactory.instance.textNode(
                        replaced.append(text, from, text.length()).toString());
    }

    private static Matcher matcher(JsonNode[] given, String text) {
        return pattern(given).matcher(new Letters(text));
    }

    private static Pattern pattern(JsonNode[] given) {
        if (given[1].isNull()) {
            throw new JsltException("a pattern is null");
        }
        String pattern = text(given[1]);
        synchronized (KEPT) {
            Pattern kept = KEPT.get(pattern);
            if (kept == null) {
                kept = compiled(pattern);
                if (KEPT.size() >= MOST_KEPT) {
                    KEPT.clear();
                }
                KEPT.put(pattern, kept);
            }
            return kept;
        }
    }

    private static Pattern compiled(String pattern) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new JsltException("no pattern: " + e.getDescription());
        }
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : node.toString();
    }
}
