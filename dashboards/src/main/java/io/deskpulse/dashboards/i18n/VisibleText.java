package io.deskpulse.dashboards.i18n;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What of a dashboard a reader sees as text. Names in data, such as a shop's, are no part of it. */
final class VisibleText {
    private static final Set<String> TEXT_PROPERTIES =
            Set.of("displayName", "noValue", "description", "custom.axisLabel");
    private static final String LABEL_OF_VALUE = " : ";

    private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'");

    /** A unit of one's own: what stands behind the colon is seen. */
    private static final Pattern UNIT = Pattern.compile("(suffix|prefix): ?([\\x20-\\x7e]+)");

    /** What a query compares with: no text for readers begins in lower case and has no space. */
    private static final Pattern KEY = Pattern.compile("[a-z0-9_.-]*");

    private final UnaryOperator<String> each;

    private VisibleText(UnaryOperator<String> each) {
        this.each = each;
    }

    /** A copy of the dashboard in which each visible text is what {@code each} makes of it. */
    static JsonNode map(JsonNode dashboard, UnaryOperator<String> each) {
        ObjectNode copy = dashboard.deepCopy();
        new VisibleText(each).dashboard(copy);
        return copy;
    }

    private void dashboard(ObjectNode dashboard) {
        replace(dashboard, "title");
        replace(dashboard, "description");
        links(dashboard.path("links"));
        for (JsonNode variable : dashboard.path("templating").path("list")) {
            variable((ObjectNode) variable);
        }
        for (JsonNode annotation : dashboard.path("annotations").path("list")) {
            replace((ObjectNode) annotation, "name");
            if (annotation.path("target").has("rawSql")) {
                texts((ObjectNode) annotation.path("target"));
            }
        }
        panels(dashboard.path("panels"));
    }

    // What an annotation says is made by its query: no mapping of Grafana reaches it.
    private void texts(ObjectNode target) {
        target.put(
                "rawSql",
                LITERAL.matcher(target.path("rawSql").asText())
                        .replaceAll(literal -> Matcher.quoteReplacement(literal(literal.group(1)))));
    }

    private String literal(String text) {
        return KEY.matcher(text).matches()
                ? "'" + text + "'"
                : "'" + each.apply(text.replace("''", "'")).replace("'", "''") + "'";
    }

    private void variable(ObjectNode variable) {
        replace(variable, "label");
        replace(variable, "description");
        if (variable.path("type").asText().equals("custom")) {
            variable.put(
                    "query",
                    Arrays.stream(variable.path("query").asText().split(","))
                            .map(this::option)
                            .collect(Collectors.joining(",")));
            variable.path("options").forEach(option -> chosen((ObjectNode) option));
            chosen((ObjectNode) variable.path("current"));
        }
    }

    private String option(String option) {
        int end = option.indexOf(LABEL_OF_VALUE);
        return end < 0 ? option : each.apply(option.substring(0, end)) + option.substring(end);
    }

    // Grafana itself translates "All"; without a label the text is the value.
    private void chosen(ObjectNode option) {
        JsonNode text = option.path("text");
        if (text.isTextual()
                && !text.equals(option.path("value"))
                && !text.asText().equals("All")) {
            replace(option, "text");
        }
    }

    private void panels(JsonNode panels) {
        for (JsonNode panel : panels) {
            replace((ObjectNode) panel, "title");
            replace((ObjectNode) panel, "description");
            links(panel.path("links"));
            if (panel.path("options").has("content")) {
                replace((ObjectNode) panel.path("options"), "content");
            }
            if (panel.path("fieldConfig").has("defaults")) {
                fields((ObjectNode) panel.path("fieldConfig").path("defaults"));
            }
            for (JsonNode override : panel.path("fieldConfig").path("overrides")) {
                override.path("properties").forEach(property -> property((ObjectNode) property));
            }
            for (JsonNode transformation : panel.path("transformations")) {
                names(transformation.path("options").path("renameByName"));
            }
            panels(panel.path("panels"));
        }
    }

    private void fields(ObjectNode defaults) {
        replace(defaults, "displayName");
        replace(defaults, "noValue");
        replace(defaults, "description");
        unit(defaults, "unit");
        links(defaults.path("links"));
        mappings(defaults.path("mappings"));
        if (defaults.path("custom").has("axisLabel")) {
            replace((ObjectNode) defaults.path("custom"), "axisLabel");
        }
    }

    private void property(ObjectNode property) {
        String id = property.path("id").asText();
        if (TEXT_PROPERTIES.contains(id)) {
            replace(property, "value");
        } else if (id.equals("unit")) {
            unit(property, "value");
        } else if (id.equals("links")) {
            links(property.path("value"));
        } else if (id.equals("mappings")) {
            mappings(property.path("value"));
        }
    }

    private void unit(ObjectNode owner, String key) {
        if (owner.path(key).isTextual()) {
            owner.put(key, unit(owner.path(key).asText()));
        }
    }

    private String unit(String unit) {
        Matcher own = UNIT.matcher(unit);
        return own.matches() ? own.group(1) + ": " + each.apply(own.group(2)) : unit;
    }

    private void mappings(JsonNode mappings) {
        for (JsonNode mapping : mappings) {
            JsonNode options = mapping.path("options");
            if (mapping.path("type").asText().equals("value")) {
                options.forEach(option -> replace((ObjectNode) option, "text"));
            } else {
                replace((ObjectNode) options.path("result"), "text");
            }
        }
    }

    private void links(JsonNode links) {
        for (JsonNode link : links) {
            replace((ObjectNode) link, "title");
            replace((ObjectNode) link, "tooltip");
        }
    }

    private void names(JsonNode renamed) {
        renamed.propertyStream().forEach(name -> replace((ObjectNode) renamed, name.getKey()));
    }

    private void replace(ObjectNode owner, String key) {
        if (owner.path(key).isTextual()) {
            owner.put(key, each.apply(owner.path(key).asText()));
        }
    }
}
