package io.deskpulse.imports.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskpulse.imports.functions.Environment;
import io.deskpulse.imports.functions.Money;
import io.deskpulse.ops.UserError;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What a user sets: settings, and meanings of words in tables. A word that means nothing is refused, since it would do nothing. */
record Overrides(String mapping, Map<String, Mapping.Setting> settings, Environment environment) {
    void apply(Map<String, String> values) {
        Map<String, Collection<String>> meanings = new java.util.HashMap<>();
        environment.tables().forEach((table, words) -> {
            Collection<String> known = new TreeSet<>();
            words.values().forEach(meaning -> known.add(meaning.asText()));
            meanings.put(table, known);
        });
        values.forEach((key, value) -> apply(key, value, meanings));
    }

    private void apply(String key, String value, Map<String, Collection<String>> meanings) {
        Mapping.Setting setting = settings.get(key);
        int dot = key.indexOf('.');
        String table = dot < 0 ? "" : key.substring(0, dot);
        if (setting != null) {
            for (String word : setting.choices().isEmpty() ? List.<String>of() : words(value)) {
                require(setting.choices(), key, word);
            }
            if (key.equals("currency") && !Money.isCurrency(value)) {
                throw new UserError("--set currency must be a currency such as EUR, got " + value + ".");
            }
            environment.settings().put(key, like(setting.value(), value));
        } else if (meanings.containsKey(table)) {
            require(meanings.get(table), key, value);
            environment.tables().get(table).put(key.substring(dot + 1), JsonNodeFactory.instance.textNode(value));
        } else {
            throw new UserError("--set " + key + " is no setting of " + mapping + "; there are "
                    + String.join(", ", settings.keySet()) + ", and tables "
                    + environment.tables().keySet() + ".");
        }
    }

    private static void require(Collection<String> known, String key, String word) {
        if (!known.contains(word)) {
            throw new UserError("--set " + key + " must be one of " + String.join(", ", known) + ", got " + word + ".");
        }
    }

    private static JsonNode like(JsonNode before, String value) {
        if (!before.isArray()) {
            return JsonNodeFactory.instance.textNode(value);
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        words(value).forEach(list::add);
        return list;
    }

    private static List<String> words(String value) {
        return List.of(value.split(",")).stream().map(String::strip).toList();
    }
}
