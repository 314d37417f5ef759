package io.deskpulse.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.events.ChatEvent;
import io.deskpulse.schemas.testing.SampleEvents;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EventValidityTest {

    @ParameterizedTest
    @MethodSource("io.deskpulse.schemas.testing.SampleEvents#events()")
    void acceptsEverySample(SpecificRecord event) {
        assertThat(EventValidity.check(event)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CHAT    | ConversationRated       | score          | -1                | expected 0 to 4, got -1",
                "CHAT    | ConversationRated       | score          | 5                 | expected 0 to 4, got 5",
                "CHAT    | AgentAssigned           | agent_id       | ' '               | expected an id, got an empty string",
                "CHAT    | ConversationTransferred | from_agent_id  | ''                | expected an id, got an empty string",
                "TICKETS | TicketMerged            | into_ticket_id | ''                | expected an id, got an empty string",
                "CHAT    | PromiseKept             | promise_id     | ''                | expected an id, got an empty string",
                "CHAT    | MessageSent             | sender         | UNKNOWN           | holds a symbol of a newer schema, unknown to this release",
                "CHAT    | PromiseMade             | due_at         | 1969-12-31T23:59:59Z | expected an instant from 2000-01-01 on and before the year 2200, got 1969-12-31T23:59:59Z",
                "ORDERS  | OrderPaid               | amount_fen     | -1                | expected at least 0, got -1",
                "ORDERS  | OrderReviewed           | stars          | 0                 | expected 1 to 5, got 0",
                "ORDERS  | OrderReviewed           | stars          | 6                 | expected 1 to 5, got 6",
                "TICKETS | SolutionAgreed          | amount_fen     | -5                | expected at least 0, got -5",
                "AGENTS  | ShiftPlanned            | to             | 2026-11-11T10:00:00Z | expected an instant after 'from'"
            })
    void rejectsWhatABodyCannotHold(EventStream stream, String type, String field, String value, String problem) {
        SpecificRecord event = SampleEvents.event(stream, type);
        SpecificRecord body = stream.body(event);
        int position = body.getSchema().getField(field).pos();
        body.put(position, like(body.get(position), value));

        assertThat(EventValidity.check(event)).isEqualTo(Rejection.impossible(field, problem));
    }

    @ParameterizedTest
    @CsvSource({"event_id", "shop_id", "conversation_id", "buyer_id"})
    void rejectsAnEmptyIdOfTheHeader(String field) {
        SpecificRecord event = SampleEvents.event(EventStream.CHAT, "BotHandedOff");
        event.put(event.getSchema().getField(field).pos(), "");

        assertThat(EventValidity.check(event))
                .isEqualTo(Rejection.impossible(field, "expected an id, got an empty string"));
    }

    @Test
    void acceptsAnEmptyDescriptionAndAnEmptyOptionalId() {
        SpecificRecord event = SampleEvents.event(EventStream.CHAT, "CallWrappedUp");
        SpecificRecord body = EventStream.CHAT.body(event);
        body.put(body.getSchema().getField("solution").pos(), "");
        assertThat(EventValidity.check(event)).isNull();

        SpecificRecord message = SampleEvents.event(EventStream.CHAT, "MessageSent");
        EventStream.CHAT.body(message).put(1, "");
        assertThat(EventValidity.check(message)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, ''",
        "1999-12-31T23:59:59.999Z, ''",
        "2200-01-01T00:00:00Z, ''",
        "-1000000000-01-01T00:00:00Z, ''",
        "1970-01-21T15:39:23.015Z, ': looks like seconds, expected milliseconds'",
        "+58831-09-27T03:30:00Z, ': looks like microseconds, expected milliseconds'",
        "+56863936-12-04T20:00:00Z, ': looks like nanoseconds, expected milliseconds'"
    })
    void rejectsAnEventTimeOutsideTheLifeOfTheProductAndSaysWhichUnitItLooksLike(Instant time, String hint) {
        SpecificRecord event = SampleEvents.event(EventStream.CHAT, "BotHandedOff");
        event.put(EventStream.EVENT_TIME, time);

        assertThat(EventValidity.check(event))
                .isEqualTo(Rejection.impossible(
                        "event_time",
                        "expected an instant from 2000-01-01 on and before the year 2200, got " + time + hint));
    }

    @ParameterizedTest
    @CsvSource({
        "0, false",
        "946684799999, false",
        "946684800000, true",
        "7258118399999, true",
        "7258118400000, false",
        "-9223372036854775808, false"
    })
    void instantInMillisHasTheSameBounds(long epochMillis, boolean valid) {
        assertThat(Objects.isNull(EventValidity.instant("event_time", epochMillis)))
                .isEqualTo(valid);
    }

    /** Every id of every event, whether it must be there or not. */
    @ParameterizedTest
    @MethodSource("io.deskpulse.schemas.testing.SampleEvents#events()")
    void rejectsHalfACharacterInAnyIdAndAcceptsItInAnyOtherText(SpecificRecord event) {
        SpecificRecord body = EventStream.of(event).body(event);
        for (SpecificRecord record : List.of(event, body)) {
            for (Schema.Field field : record.getSchema().getFields()) {
                Object whole = record.get(field.pos());
                if (!(whole instanceof String)) {
                    continue;
                }
                record.put(field.pos(), "half \uD83D");
                Rejection rejection = EventValidity.check(event);
                record.put(field.pos(), whole);

                if (field.name().endsWith("_id")) {
                    assertThat(rejection.reason()).isEqualTo(RejectionReason.IMPOSSIBLE_VALUE);
                    assertThat(rejection.detail()).startsWith("field '" + field.name() + "': holds half a character");
                } else {
                    assertThat(rejection).as(field.name()).isNull();
                }
            }
        }
    }

    @Test
    void rejectsAQuantityOfZeroNamingTheLine() {
        SpecificRecord event = SampleEvents.event(EventStream.ORDERS, "OrderCreated");
        List<?> lines = (List<?>) EventStream.ORDERS.body(event).get(0);
        ((SpecificRecord) lines.get(1)).put(1, 0);

        assertThat(EventValidity.check(event))
                .isEqualTo(Rejection.impossible("lines[1].quantity", "expected at least 1, got 0"));
    }

    @Test
    void rejectsHalfACharacterInAProductOfAnOrderNamingTheLine() {
        SpecificRecord event = SampleEvents.event(EventStream.ORDERS, "OrderCreated");
        List<?> lines = (List<?>) EventStream.ORDERS.body(event).get(0);
        ((SpecificRecord) lines.get(1)).put(0, "\uDE00");

        assertThat(EventValidity.check(event).detail()).startsWith("field 'lines[1].sku_id': holds half a character");
    }

    @Test
    void acceptsAnOrderWithoutLines() {
        SpecificRecord event = SampleEvents.event(EventStream.ORDERS, "OrderCreated");
        SpecificRecord body = EventStream.ORDERS.body(event);
        body.put(
                0, new GenericData.Array<>(0, body.getSchema().getField("lines").schema()));

        assertThat(EventValidity.check(event)).isNull();
    }

    @Test
    void rejectsAMissingBodyAndEveryMissingRequiredField() {
        SpecificRecord event = SampleEvents.event(EventStream.CHAT, "BotHandedOff");
        event.put(EventStream.CHAT.bodyPosition(), null);
        assertThat(EventValidity.check(event)).isEqualTo(Rejection.missing("body", "required"));

        assertThat(EventValidity.check(new ChatEvent())).isEqualTo(Rejection.missing("event_id", "required"));
    }

    private static Object like(Object old, String value) {
        if (old instanceof Integer) {
            return Integer.valueOf(value);
        }
        if (old instanceof Long) {
            return Long.valueOf(value);
        }
        if (old instanceof Instant) {
            return Instant.parse(value);
        }
        if (old instanceof Enum<?> symbol) {
            return Arrays.stream(symbol.getDeclaringClass().getEnumConstants())
                    .filter(constant -> constant.name().equals(value))
                    .findFirst()
                    .orElseThrow();
        }
        return value;
    }
}
