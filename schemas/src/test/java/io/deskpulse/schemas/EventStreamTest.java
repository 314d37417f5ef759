package io.deskpulse.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.events.MessageSent;
import io.deskpulse.events.Sender;
import io.deskpulse.schemas.testing.SampleEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventStreamTest {

    @ParameterizedTest
    @EnumSource(EventStream.class)
    void everyEventBeginsWithTheCommonHeaderAndEndsWithTheBody(EventStream stream) {
        List<Schema.Field> fields = stream.schema().getFields();

        assertThat(fields.get(EventStream.EVENT_ID).name()).isEqualTo("event_id");
        assertThat(fields.get(EventStream.EVENT_TIME).name()).isEqualTo("event_time");
        assertThat(fields.get(EventStream.SHOP_ID).name()).isEqualTo("shop_id");
        assertThat(fields.get(stream.bodyPosition()).name()).isEqualTo("body");
        assertThat(stream.bodyPosition()).isEqualTo(fields.size() - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "CHAT, BotHandedOff, lanyue-home/conv-1001",
        "ORDERS, OrderPaid, lanyue-home/tb_29381",
        "TICKETS, TicketPaused, lanyue-home/k-301",
        "AGENTS, ShiftPlanned, lanyue-home/lanyue-xiaomei"
    })
    void keyIsShopAndTheStreamsKeyField(EventStream stream, String type, String key) {
        assertThat(stream.key(SampleEvents.event(stream, type))).isEqualTo(key);
    }

    @Test
    void headerIsReadFromAnyEvent() {
        SpecificRecord event = SampleEvents.event(EventStream.CHAT, "RatingInvited");

        assertThat(EventStream.of(event)).isEqualTo(EventStream.CHAT);
        assertThat(EventStream.eventId(event)).isEqualTo("c-1001-07");
        assertThat(EventStream.shopId(event)).isEqualTo("lanyue-home");
        assertThat(EventStream.eventTime(event)).isEqualTo(Instant.parse("2026-11-11T12:09:00Z"));
        assertThat(EventStream.eventTimeMillis(event)).isEqualTo(1794398940000L);
    }

    @ParameterizedTest
    @EnumSource(EventStream.class)
    void streamIsFoundByNameAndTopic(EventStream stream) {
        assertThat(EventStream.ofJsonName(stream.jsonName())).isEqualTo(stream);
        assertThat(EventStream.ofTopic(stream.topic())).isEqualTo(stream);
        assertThat(EventStream.ofTopic(stream.jsonName())).isNull();
        assertThat(EventStream.ofJsonName(stream.topic())).isNull();
    }

    @Test
    void aBodyAloneIsNoEvent() {
        assertThatThrownBy(() -> EventStream.of(new MessageSent(Sender.BUYER, null, null, null, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an event: io.deskpulse.events.MessageSent");
    }

    @ParameterizedTest
    @EnumSource(EventStream.class)
    void everyTypeAndFieldIsDocumented(EventStream stream) {
        for (Schema named : namedTypes(stream.schema())) {
            assertThat(named.getDoc()).as(named.getName()).isNotBlank();
            if (named.getType() == Schema.Type.RECORD) {
                for (Schema.Field field : named.getFields()) {
                    assertThat(field.doc())
                            .as(named.getName() + "." + field.name())
                            .isNotBlank();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(EventStream.class)
    void everyEnumReadsSymbolsOfNewerWritersAsUnknown(EventStream stream) {
        assertThat(namedTypes(stream.schema()))
                .filteredOn(named -> named.getType() == Schema.Type.ENUM)
                .allSatisfy(symbols -> assertThat(symbols.getEnumDefault()).isEqualTo(EventValidity.UNKNOWN_SYMBOL));
    }

    /** JSON Lines keeps these names for itself. */
    @ParameterizedTest
    @EnumSource(EventStream.class)
    void noFieldIsCalledStreamOrType(EventStream stream) {
        for (Schema named : namedTypes(stream.schema())) {
            if (named.getType() == Schema.Type.RECORD) {
                assertThat(named.getFields())
                        .extracting(Schema.Field::name)
                        .as(named.getName())
                        .doesNotContain("stream", "type")
                        .noneMatch(name -> name.startsWith("header_"));
            }
        }
    }

    private static List<Schema> namedTypes(Schema schema) {
        List<Schema> found = new ArrayList<>();
        switch (schema.getType()) {
            case RECORD -> {
                found.add(schema);
                schema.getFields().forEach(field -> found.addAll(namedTypes(field.schema())));
            }
            case ENUM -> found.add(schema);
            case UNION -> schema.getTypes().forEach(branch -> found.addAll(namedTypes(branch)));
            case ARRAY -> found.addAll(namedTypes(schema.getElementType()));
            default -> {}
        }
        return found;
    }
}
