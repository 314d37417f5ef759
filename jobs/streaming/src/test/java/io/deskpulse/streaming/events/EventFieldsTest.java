package io.deskpulse.streaming.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.events.ShiftPlanned;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.EventValidity;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.wire.EventDecoder;
import io.deskpulse.schemas.wire.EventEncoder;
import io.deskpulse.schemas.wire.SchemaCatalog;
import io.deskpulse.schemas.wire.SingleObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read off the bytes is what Avro decodes and {@link EventValidity} lets pass, or it is not read at all. */
class EventFieldsTest {
    private static final int ROUNDS = 30_000;

    private final EventEncoder encoder = new EventEncoder();
    private final EventDecoder decoder = new EventDecoder();

    @ParameterizedTest
    @EnumSource(EventStream.class)
    void validEventsAreReadAsAvroDecodesThem(EventStream stream) throws RejectedEventException {
        RandomEvents events = new RandomEvents(1);
        EventLayout layout = EventLayout.of(stream);
        EventFields read = new EventFields(layout);
        for (int i = 0; i < ROUNDS; i++) {
            SpecificRecord event = events.event(stream, 0);
            byte[] message = encoder.encode(event);

            // That a shift ends after it starts is no matter of a field alone.
            boolean isForAvro = stream.body(event) instanceof ShiftPlanned;
            assertThat(read.read(message)).as("%s", event).isEqualTo(!isForAvro);
            if (!isForAvro) {
                assertThat(shown(read, layout)).isEqualTo(shown(taken(stream, layout, message), layout));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(EventStream.class)
    void strangeAndDamagedMessagesAreReadAsAvroDecodesThemOrNotAtAll(EventStream stream) {
        RandomEvents events = new RandomEvents(2);
        EventLayout layout = EventLayout.of(stream);
        EventFields read = new EventFields(layout);
        int vouched = 0;
        int accepted = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] message = encoder.encode(events.event(stream, 0.1));
            if (i % 2 == 0) {
                message = events.damaged(message);
            }
            EventFields full = taken(message, stream, layout);
            accepted += full == null ? 0 : 1;
            if (read.read(message)) {
                vouched++;
                assertThat(full).as("a message that is refused").isNotNull();
                assertThat(shown(read, layout)).isEqualTo(shown(full, layout));
            }
        }
        assertThat(accepted).isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
        assertThat(vouched).isBetween(accepted / 3, accepted);
    }

    @Test
    void anOlderWritersEventIsTakenFromItsRecord() throws Exception {
        Schema older = withoutTopic();
        byte[] message = message(older);
        EventLayout layout = EventLayout.of(EventStream.CHAT);
        EventFields fields = new EventFields(layout);

        assertThat(SingleObject.fingerprint(older)).isNotEqualTo(SingleObject.fingerprint(EventStream.CHAT.schema()));
        assertThat(fields.read(message)).isFalse();
        fields.take(new EventDecoder(SchemaCatalog.released().plus(EventStream.CHAT, older))
                .decode(EventStream.CHAT, message));

        assertThat(fields.text(layout.header("conversation_id", FieldPlace.Kind.TEXT)))
                .isEqualTo("c1");
        assertThat(fields.text(layout.body("sender", FieldPlace.Kind.TEXT))).isEqualTo("AGENT");
        assertThat(fields.text(layout.body("topic", FieldPlace.Kind.TEXT))).isNull();
        assertThat(fields.text(layout.body("entry", FieldPlace.Kind.TEXT))).isNull();
        assertThat(fields.number(layout.body("score", FieldPlace.Kind.NUMBER), -1))
                .isEqualTo(-1);
        assertThat(fields.flag(layout.body("consent", FieldPlace.Kind.FLAG))).isNull();
    }

    @Test
    void fieldsThatTheSchemaDoesNotHaveCannotBeAskedFor() {
        EventLayout chat = EventLayout.of(EventStream.CHAT);

        assertThatThrownBy(() -> chat.body("sendr", FieldPlace.Kind.TEXT))
                .hasMessage("CHAT events have no field sendr of kind TEXT");
        assertThatThrownBy(() -> chat.body("score", FieldPlace.Kind.TEXT)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> chat.header("sender", FieldPlace.Kind.TEXT)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> EventLayout.of(EventStream.ORDERS).body("lines", FieldPlace.Kind.TEXT))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Null when the full way refuses the message. */
    private EventFields taken(byte[] message, EventStream stream, EventLayout layout) {
        try {
            return taken(stream, layout, message);
        } catch (RejectedEventException e) {
            return null;
        }
    }

    private EventFields taken(EventStream stream, EventLayout layout, byte[] message) throws RejectedEventException {
        SpecificRecord event = decoder.decode(stream, message);
        if (EventValidity.check(event) != null) {
            throw new RejectedEventException(EventValidity.check(event));
        }
        EventFields fields = new EventFields(layout);
        fields.take(event);
        return fields;
    }

    /** Every field of the event that can be asked for. */
    private static List<String> shown(EventFields fields, EventLayout layout) {
        EventStream stream = layout.stream();
        List<String> shown = new ArrayList<>();
        stream.schema().getFields().subList(0, stream.bodyPosition()).forEach(field -> {
            FieldPlace.Kind kind = kind(field);
            shown.add(field.name() + "=" + value(fields, layout.header(field.name(), kind), kind));
        });
        Schema body = stream.bodies().get(fields.body());
        shown.add(body.getName());
        for (Schema.Field field : body.getFields()) {
            FieldPlace.Kind kind = kind(field);
            if (kind != null) {
                shown.add(field.name() + "=" + value(fields, layout.body(field.name(), kind), kind));
            }
        }
        return shown;
    }

    private static FieldPlace.Kind kind(Schema.Field field) {
        for (FieldPlace.Kind kind : FieldPlace.Kind.values()) {
            if (kind.matches(field)) {
                return kind;
            }
        }
        return null;
    }

    private static Object value(EventFields fields, FieldPlace place, FieldPlace.Kind kind) {
        return switch (kind) {
            case TEXT -> fields.text(place);
            case NUMBER -> fields.number(place, -77);
            case FLAG -> fields.flag(place);
            case LIST -> fields.texts(place, "sku_id");
        };
    }

    /** The chat schema of a release whose messages had no topic. */
    private static Schema withoutTopic() {
        Schema chat = EventStream.CHAT.schema();
        List<Schema> bodies = EventStream.CHAT.bodies().stream()
                .map(body -> copy(
                        body,
                        body.getFields().stream()
                                .filter(field -> !field.name().equals("topic"))
                                .map(field -> new Schema.Field(field, field.schema()))))
                .toList();
        Stream<Schema.Field> header = chat.getFields().stream()
                .limit(EventStream.CHAT.bodyPosition())
                .map(field -> new Schema.Field(field, field.schema()));
        return copy(chat, Stream.concat(header, Stream.of(new Schema.Field("body", Schema.createUnion(bodies)))));
    }

    private static Schema copy(Schema record, Stream<Schema.Field> fields) {
        return Schema.createRecord(record.getName(), null, record.getNamespace(), false, fields.toList());
    }

    private static byte[] message(Schema writer) throws IOException {
        GenericData.Record event = new GenericData.Record(writer);
        event.put("event_id", "e1");
        event.put("event_time", 1_794_369_600_000L);
        event.put("shop_id", "s1");
        event.put("conversation_id", "c1");
        event.put("buyer_id", "b1");
        event.put(
                "channel", new GenericData.EnumSymbol(writer.getField("channel").schema(), "CHAT"));
        Schema sent = writer.getField("body").schema().getTypes().stream()
                .filter(body -> body.getName().equals("MessageSent"))
                .findFirst()
                .orElseThrow();
        GenericData.Record body = new GenericData.Record(sent);
        body.put("sender", new GenericData.EnumSymbol(sent.getField("sender").schema(), "AGENT"));
        event.put("body", body);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SingleObject.header(writer));
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericData.Record>(writer).write(event, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
