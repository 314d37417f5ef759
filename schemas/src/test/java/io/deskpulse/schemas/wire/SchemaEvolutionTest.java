package io.deskpulse.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.MessageSent;
import io.deskpulse.events.Sender;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.EventValidity;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.Rejection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

/** This release's reader on data of an older and of a newer writer, not only on their schemas. */
class SchemaEvolutionTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Schema older = olderWithoutTopic();
    private final Schema newer = newerWithMoodAndVoiceNotes();

    @Test
    void readsAnOlderWriterAndLeavesTheNewFieldNull() throws Exception {
        ChatEvent event = decode(older, message(older, "AGENT"));

        assertThat(event.getConversationId()).isEqualTo("c1");
        assertThat(event.getEventTime()).isEqualTo(Instant.ofEpochMilli(1_794_369_600_000L));
        assertThat(event.getBody()).isEqualTo(new MessageSent(Sender.AGENT, null, "在吗", null, null));
        assertThat(EventValidity.check(event)).isNull();
    }

    @Test
    void readsANewerWriterAndDropsTheFieldItDoesNotKnow() throws Exception {
        GenericRecord message = message(newer, "BUYER");
        ((GenericRecord) message.get("body")).put("mood", "angry");

        ChatEvent event = decode(newer, message);

        assertThat(event.getBody()).isEqualTo(new MessageSent(Sender.BUYER, null, "在吗", null, null));
        assertThat(EventValidity.check(event)).isNull();
    }

    @Test
    void readsASymbolOfANewerWriterAsUnknownAndRejectsItVisibly() throws Exception {
        ChatEvent event = decode(newer, message(newer, "AGENT_VOICE_NOTE"));

        assertThat(((MessageSent) event.getBody()).getSender()).isEqualTo(Sender.UNKNOWN);
        assertThat(EventValidity.check(event))
                .isEqualTo(Rejection.impossible("sender", "holds a symbol of a newer schema, unknown to this release"));
    }

    @Test
    void rejectsAWriterThatTheCatalogWasNotGiven() {
        assertThatThrownBy(() -> new EventDecoder().decode(EventStream.CHAT, bytes(newer, message(newer, "BUYER"))))
                .isInstanceOf(RejectedEventException.class)
                .hasMessageStartingWith("UNKNOWN_SCHEMA: no released schema of deskpulse.chat.v1 has fingerprint ");
    }

    @Test
    void catalogKeepsWhatItKnewWhenItLearnsMore() {
        SchemaCatalog extended = SchemaCatalog.released().plus(EventStream.CHAT, newer);

        assertThat(extended.writerSchema(EventStream.CHAT, SingleObject.fingerprint(newer)))
                .isEqualTo(newer);
        for (Schema released : SchemaCatalog.releasedCopies(EventStream.CHAT)) {
            assertThat(extended.writerSchema(EventStream.CHAT, SingleObject.fingerprint(released)))
                    .isNotNull();
        }
        assertThat(SchemaCatalog.released().writerSchema(EventStream.CHAT, SingleObject.fingerprint(newer)))
                .isNull();
    }

    private static ChatEvent decode(Schema writer, GenericRecord message) throws Exception {
        EventDecoder decoder = new EventDecoder(SchemaCatalog.released().plus(EventStream.CHAT, writer));
        return (ChatEvent) decoder.decode(EventStream.CHAT, bytes(writer, message));
    }

    private static byte[] bytes(Schema writer, GenericRecord message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(SingleObject.header(writer));
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(writer).write(message, encoder);
        return out.toByteArray();
    }

    private static GenericRecord message(Schema writer, String sender) {
        Schema bodySchema = writer.getField("body").schema().getTypes().stream()
                .filter(branch -> branch.getName().equals("MessageSent"))
                .findFirst()
                .orElseThrow();
        GenericRecord body = new GenericData.Record(bodySchema);
        body.put(
                "sender",
                new GenericData.EnumSymbol(bodySchema.getField("sender").schema(), sender));
        body.put("text", "在吗");
        GenericRecord event = new GenericData.Record(writer);
        event.put("event_id", "e1");
        event.put("event_time", 1_794_369_600_000L);
        event.put("shop_id", "s1");
        event.put("conversation_id", "c1");
        event.put("buyer_id", "b1");
        event.put(
                "channel", new GenericData.EnumSymbol(writer.getField("channel").schema(), "CHAT"));
        event.put("body", body);
        return event;
    }

    private static Schema olderWithoutTopic() {
        ObjectNode schema = chatSchema();
        ArrayNode fields = (ArrayNode) named(schema, "MessageSent").get("fields");
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).get("name").textValue().equals("topic")) {
                fields.remove(i);
                return new Schema.Parser().parse(schema.toString());
            }
        }
        throw new IllegalStateException("MessageSent has no topic");
    }

    private static Schema newerWithMoodAndVoiceNotes() {
        ObjectNode schema = chatSchema();
        ((ArrayNode) named(schema, "MessageSent").get("fields"))
                .addObject()
                .put("name", "mood")
                .putNull("default")
                .putArray("type")
                .add("null")
                .add("string");
        ((ArrayNode) named(schema, "Sender").get("symbols")).insert(1, "AGENT_VOICE_NOTE");
        return new Schema.Parser().parse(schema.toString());
    }

    private static ObjectNode chatSchema() {
        try {
            return (ObjectNode) JSON.readTree(EventStream.CHAT.schema().toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode named(ObjectNode schema, String name) {
        return schema.findParents("name").stream()
                .filter(node -> node.get("name").textValue().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
