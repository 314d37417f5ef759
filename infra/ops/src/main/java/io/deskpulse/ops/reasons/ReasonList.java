package io.deskpulse.ops.reasons;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.ops.tables.Table;
import io.deskpulse.streaming.reasons.AttributeEntry;
import io.deskpulse.streaming.reasons.ReasonEntry;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a taxonomy has. */
public record ReasonList(ReasonTaxonomy taxonomy) {
    /** One line for each reason, in the order of their places. */
    public Table reasons() {
        List<List<String>> rows = new ArrayList<>();
        for (ReasonEntry entry : taxonomy.entries()) {
            rows.add(List.of(
                    Integer.toString(rows.size()),
                    entry.code(),
                    entry.kind(),
                    entry.exposure().name().toLowerCase(Locale.ROOT),
                    entry.zh(),
                    entry.en(),
                    Integer.toString(entry.synonyms().size())));
        }
        return new Table(List.of("place>", "reason", "kind", "counted against", "zh", "en", "synonyms>"), rows);
    }

    /** One line for each attribute. */
    public Table attributes() {
        return new Table(
                List.of("attribute", "zh", "en", "synonyms>"),
                taxonomy.attributes().stream()
                        .map(attribute -> List.of(
                                attribute.code(),
                                attribute.zh(),
                                attribute.en(),
                                Integer.toString(attribute.synonyms().size())))
                        .toList());
    }

    /** Everything, for programs. */
    public String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("edition", taxonomy.edition());
        ArrayNode reasons = json.putArray("reasons");
        for (ReasonEntry entry : taxonomy.entries()) {
            ObjectNode reason = reasons.addObject()
                    .put("place", taxonomy.indexOf(entry.code()))
                    .put("code", entry.code())
                    .put("zh", entry.zh())
                    .put("en", entry.en())
                    .put("kind", entry.kind())
                    .put("exposure", entry.exposure().name())
                    .put("general", entry.general())
                    .put("edition", entry.edition());
            entry.labels().forEach(reason.putArray("labels")::add);
            entry.synonyms().forEach(reason.putArray("synonyms")::add);
        }
        ArrayNode attributes = json.putArray("attributes");
        for (AttributeEntry entry : taxonomy.attributes()) {
            ObjectNode attribute = attributes
                    .addObject()
                    .put("code", entry.code())
                    .put("zh", entry.zh())
                    .put("en", entry.en());
            entry.synonyms().forEach(attribute.putArray("synonyms")::add);
        }
        return json.toPrettyString() + "\n";
    }
}
