package io.deskpulse.imports.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.imports.functions.Marks;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.Rejection;
import io.deskpulse.schemas.jsonl.JsonLinesReader;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;

/** Makes events of proposals, by the rules of every other door; what is not valid is told with its field. */
public final class EventBuilder {
    private static final Set<String> OWN = Set.of("type", "id", "time");
    private static final Set<String> ACCOUNTS = Set.of("agent_id", "from_agent_id", "to_agent_id");
    private static final Set<String> WORDS = Set.of("text", "reason");
    private static final Set<String> REPLIES = Set.of("AGENT", "AGENT_QUICK_PHRASE", "BOT_ASSISTED");
    private static final Map<String, EventStream> STREAMS = new HashMap<>();

    static {
        for (EventStream stream : EventStream.values()) {
            for (Schema body : stream.bodies()) {
                STREAMS.put(body.getName(), stream);
            }
        }
    }

    private final JsonLinesReader reader = new JsonLinesReader();
    private final Accounts accounts;
    private final TextRule texts;

    /** A builder that gives accounts their names and treats words by a rule. */
    public EventBuilder(Accounts accounts, TextRule texts) {
        this.accounts = accounts;
        this.texts = texts;
    }

    /**
     * What became of a proposal.
     *
     * @param event null when it was refused
     * @param field at fault, null when it is the whole
     * @param kind of the value found there, null when there is none
     * @param expected what was expected there
     */
    public record Built(ParsedLine.Event event, String field, String kind, String expected) {}

    /** An event, or what is wrong with it. */
    public Built build(Proto proto, JsonNode header, String shop) {
        EventStream stream = STREAMS.get(proto.type());
        ObjectNode line = proto.fields().objectNode();
        line.put("stream", stream == null ? "" : stream.jsonName());
        line.put("type", proto.type());
        line.put("event_id", proto.text("id"));
        line.set("event_time", proto.fields().get("time"));
        line.put("shop_id", shop);
        copy(header, line);
        copy(proto.fields(), line);
        if (accounts.isMachine(proto.text("agent_id")) && REPLIES.contains(String.valueOf(proto.text("sender")))) {
            line.put("sender", "BOT_AUTO"); // what a machine sent under an account of its own is no reply
        }
        Built refused = refused("", line);
        if (refused != null) {
            return refused;
        }
        ParsedLine read = reader.read(1, line.toString());
        if (read instanceof ParsedLine.Failure failure) {
            Rejection rejection = failure.rejection();
            return new Built(null, rejection.field(), kind(line, rejection.field()), rejection.problem());
        }
        return new Built((ParsedLine.Event) read, null, null, null);
    }

    private void copy(JsonNode from, ObjectNode line) {
        for (Map.Entry<String, JsonNode> field : from.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (OWN.contains(name)) {
                continue;
            }
            if (ACCOUNTS.contains(name) && value.isTextual()) {
                line.put(name, accounts.name(value.textValue()));
            } else if (WORDS.contains(name) && value.isTextual()) {
                line.put(
                        name,
                        name.equals("text")
                                ? texts.apply(value.textValue())
                                : TextRule.redact.apply(value.textValue()));
            } else {
                line.set(name, value);
            }
        }
    }

    private static Built refused(String path, JsonNode node) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            String name = path + (field.getKey().equals("time") ? "event_time" : field.getKey());
            String expected = Marks.refusal(value);
            if (expected != null) {
                return new Built(null, name, null, expected);
            }
            if (value.isArray()) {
                for (int i = 0; i < value.size(); i++) {
                    Built inner = refused(name + "[" + i + "].", value.get(i));
                    if (inner != null) {
                        return inner;
                    }
                }
            }
        }
        return null;
    }

    private static String kind(JsonNode line, String field) {
        JsonNode value = field == null ? null : line.get(field);
        return value == null ? null : value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    }
}
