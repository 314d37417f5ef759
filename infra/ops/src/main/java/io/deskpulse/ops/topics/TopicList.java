package io.deskpulse.ops.topics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.ops.tables.Table;
import io.deskpulse.streaming.topics.TopicEntry;
import io.deskpulse.streaming.topics.TopicVersion;
import java.util.List;

/** What a version of the taxonomy has. */
public record TopicList(TopicVersion version) {
    /** One line for each topic. */
    public Table table() {
        return new Table(
                List.of("topic", "counted against", "zh", "en", "synonyms>"),
                version.entries().stream()
                        .map(entry -> List.of(
                                entry.code(),
                                entry.cause().word(),
                                entry.zh(),
                                entry.en(),
                                Integer.toString(entry.synonyms().size())))
                        .toList());
    }

    /** Everything, for programs. */
    public String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", version.name());
        ArrayNode topics = json.putArray("topics");
        for (TopicEntry entry : version.entries()) {
            ObjectNode topic = topics.addObject()
                    .put("code", entry.code())
                    .put("zh", entry.zh())
                    .put("en", entry.en())
                    .put("cause", entry.cause().word());
            entry.labels().forEach(topic.putArray("labels")::add);
            entry.synonyms().forEach(topic.putArray("synonyms")::add);
        }
        version.nothing().forEach(json.putArray("nothing")::add);
        return json.toPrettyString() + "\n";
    }
}
