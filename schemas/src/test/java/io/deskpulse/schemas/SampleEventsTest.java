package io.deskpulse.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.schemas.jsonl.JsonLinesWriter;
import io.deskpulse.schemas.testing.SampleEvents;
import io.deskpulse.schemas.wire.EventDecoder;
import io.deskpulse.schemas.wire.EventEncoder;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SampleEventsTest {

    private final EventEncoder encoder = new EventEncoder();
    private final EventDecoder decoder = new EventDecoder();
    private final JsonLinesWriter writer = new JsonLinesWriter();

    @ParameterizedTest
    @EnumSource(EventStream.class)
    void everyBodyTypeHasASample(EventStream stream) {
        List<String> sampled = SampleEvents.events(stream).stream()
                .map(event -> stream.body(event).getSchema().getName())
                .distinct()
                .toList();

        assertThat(sampled)
                .containsExactlyInAnyOrderElementsOf(
                        stream.bodies().stream().map(Schema::getName).toList());
    }

    /** Or a round trip would prove nothing about the fields left out. */
    @ParameterizedTest
    @EnumSource(EventStream.class)
    void everyFieldIsSetInSomeSample(EventStream stream) {
        for (Schema.Field field : stream.schema().getFields()) {
            assertThat(SampleEvents.events(stream)).as(field.name()).anyMatch(event -> event.get(field.pos()) != null);
        }
        for (Schema body : stream.bodies()) {
            for (Schema.Field field : body.getFields()) {
                assertThat(SampleEvents.events(stream))
                        .as(body.getName() + "." + field.name())
                        .map(stream::body)
                        .anyMatch(sample -> sample.getSchema().equals(body) && sample.get(field.pos()) != null);
            }
        }
    }

    @Test
    void eventIdsAreDistinct() {
        assertThat(SampleEvents.events()).extracting(EventStream::eventId).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("io.deskpulse.schemas.testing.SampleEvents#lines()")
    void aLineSurvivesAvroAndBack(String line) throws RejectedEventException {
        SpecificRecord event = SampleEvents.event(line);
        EventStream stream = EventStream.of(event);

        byte[] message = encoder.encode(event);
        SpecificRecord decoded = decoder.decode(stream, message);
        String written = writer.write(decoded);

        assertThat(decoded).isEqualTo(event);
        assertThat(encoder.encode(decoded)).isEqualTo(message);
        assertThat(SampleEvents.event(written)).isEqualTo(event);
        assertThat(writer.write(SampleEvents.event(written))).isEqualTo(written);
    }
}
