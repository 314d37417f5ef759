package io.deskpulse.ops.reasons;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file of reasons shall be given: a reason of its own, or more words for a bundled one.
 *
 * @param code of the reason
 * @param zh its Chinese name; null for a bundled reason, as the next two
 * @param en its English name
 * @param kind quality, logistics or service
 * @param zhSynonyms what people write for it in Chinese
 * @param enSynonyms and in English
 */
public record NewReason(
        String code, String zh, String en, String kind, List<String> zhSynonyms, List<String> enSynonyms) {
    /** Copies the lists. */
    public NewReason {
        zhSynonyms = List.copyOf(zhSynonyms);
        enSynonyms = List.copyOf(enSynonyms);
    }

    /** The lines of its entry, the first of which begins with a hyphen. */
    List<String> lines(ReasonTaxonomy bundled) {
        List<String> lines = new ArrayList<>();
        lines.add("- code: " + quoted(code));
        put(lines, "zh", zh);
        put(lines, "en", en);
        put(lines, "kind", kind);
        if (bundled.indexOf(code) < 0) {
            lines.add("  edition: " + bundled.edition());
        }
        if (!zhSynonyms.isEmpty() || !enSynonyms.isEmpty()) {
            lines.add("  synonyms:");
            put(lines, zhSynonyms, "    zh: ");
            put(lines, enSynonyms, "    en: ");
        }
        return lines;
    }

    private static void put(List<String> lines, String key, String value) {
        if (value != null) {
            lines.add("  " + key + ": " + quoted(value));
        }
    }

    private static void put(List<String> lines, List<String> words, String key) {
        if (!words.isEmpty()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            words.forEach(list::add);
            lines.add(key + list);
        }
    }

    /** As JSON, which YAML reads; plain where nothing could be read otherwise. */
    private static String quoted(String text) {
        return text.matches("[a-z][a-z_]*") ? text : TextNode.valueOf(text).toString();
    }
}
