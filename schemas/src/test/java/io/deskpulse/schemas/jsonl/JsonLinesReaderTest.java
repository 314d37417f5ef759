package io.deskpulse.schemas.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.events.Channel;
import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.DefectNoted;
import io.deskpulse.events.MessageSent;
import io.deskpulse.events.Sender;
import io.deskpulse.events.TicketEvent;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.Rejection;
import io.deskpulse.schemas.RejectionReason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesReaderTest {

    /** The example of the README. */
    private static final String MESSAGE =
            "{\"stream\":\"chat\",\"type\":\"MessageSent\",\"event_id\":\"e1\",\"event_time\":\"2026-11-11T10:10:15+08:00\","
                    + "\"shop_id\":\"s1\",\"conversation_id\":\"c1\",\"buyer_id\":\"b1\",\"channel\":\"CHAT\","
                    + "\"sender\":\"BUYER\",\"text\":\"在吗\"}";

    private static final String ORDER =
            "{\"stream\":\"orders\",\"type\":\"OrderCreated\",\"event_id\":\"e1\",\"event_time\":1794363015000,\"shop_id\":\"s1\","
                    + "\"order_id\":\"o1\",\"buyer_id\":\"b1\",\"presale\":false,"
                    + "\"lines\":[{\"sku_id\":\"k1\",\"quantity\":1,\"unit_price_fen\":100}]}";

    private final JsonLinesReader reader = new JsonLinesReader();

    @Test
    void readsTheDocumentedExample() {
        assertThat(reader.read(1, MESSAGE))
                .isEqualTo(new ParsedLine.Event(
                        EventStream.CHAT,
                        new ChatEvent(
                                "e1",
                                Instant.parse("2026-11-11T02:10:15Z"),
                                "s1",
                                "c1",
                                "b1",
                                Channel.CHAT,
                                null,
                                new MessageSent(Sender.BUYER, null, "在吗", null, null))));
    }

    @Test
    void bytesAndTextReadTheSame() {
        assertThat(reader.read(1, MESSAGE.getBytes(StandardCharsets.UTF_8))).isEqualTo(reader.read(1, MESSAGE));
        assertThat(reader.read(1, ("\uFEFF" + MESSAGE + "\r\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(reader.read(1, MESSAGE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-11-11T02:10:15Z\"",
                "\"2026-11-11T02:10:15.000Z\"",
                "\"2026-11-11T02:10:15.000999Z\"",
                "\"2026-11-10T21:10:15-05:00\"",
                "1794363015000"
            })
    void readsInstantsWithOffsetOrAsEpochMilliseconds(String instant) {
        assertThat(reader.read(1, MESSAGE.replace("\"2026-11-11T10:10:15+08:00\"", instant)))
                .isEqualTo(reader.read(1, MESSAGE));
    }

    @Test
    void nullsOfAnyFieldThatNeedNotBeThereAreIgnored() {
        String nulls = MESSAGE.replace("}", ",\"agent_id\":null,\"stars\":null,\"whatever\":null}");

        assertThat(reader.read(1, nulls)).isEqualTo(reader.read(1, MESSAGE));
    }

    @Test
    void theSkuOfADefectIsItsOwnAndTheTicketsHasAPrefix() {
        String line =
                "{\"stream\":\"tickets\",\"type\":\"DefectNoted\",\"event_id\":\"e1\",\"event_time\":1794363015000,\"shop_id\":\"s1\","
                        + "\"ticket_id\":\"t1\",\"buyer_id\":\"b1\",\"header_sku_id\":\"bundle\",\"sku_id\":\"pillow\","
                        + "\"attribute\":\"seam\",\"severity\":\"MAJOR\"}";

        TicketEvent event = (TicketEvent) ((ParsedLine.Event) reader.read(1, line)).event();

        assertThat(event.getSkuId()).isEqualTo("bundle");
        assertThat(((DefectNoted) event.getBody()).getSkuId()).isEqualTo("pillow");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"2026-11-11T10:10:15+08:00\" | \"yesterday\" | IMPOSSIBLE_VALUE | field 'event_time': expected ISO-8601 with offset or epoch milliseconds, got \"yesterday\"",
                "\"2026-11-11T10:10:15+08:00\" | \"2026-11-11T10:10:15\" | IMPOSSIBLE_VALUE | field 'event_time': expected ISO-8601 with offset or epoch milliseconds, got \"2026-11-11T10:10:15\"",
                "\"2026-11-11T10:10:15+08:00\" | 1.5 | IMPOSSIBLE_VALUE | field 'event_time': expected ISO-8601 with offset or epoch milliseconds, got 1.5",
                "\"2026-11-11T10:10:15+08:00\" | 99999999999999999999 | IMPOSSIBLE_VALUE | field 'event_time': expected ISO-8601 with offset or epoch milliseconds, got 99999999999999999999",
                "\"2026-11-11T10:10:15+08:00\" | 9999999999999 | IMPOSSIBLE_VALUE | field 'event_time': expected an instant from 2000-01-01 on and before the year 2200, got 2286-11-20T17:46:39.999Z",
                "\"2026-11-11T10:10:15+08:00\" | \"+999999999-12-31T23:59:59Z\" | IMPOSSIBLE_VALUE | field 'event_time': expected an instant from 2000-01-01 on and before the year 2200, got +999999999-12-31T23:59:59Z",
                "\"2026-11-11T10:10:15+08:00\" | 1794363015 | IMPOSSIBLE_VALUE | field 'event_time': expected an instant from 2000-01-01 on and before the year 2200, got 1970-01-21T18:26:03.015Z: looks like seconds, expected milliseconds",
                "\"2026-11-11T10:10:15+08:00\" | 1794363015.25 | IMPOSSIBLE_VALUE | field 'event_time': expected ISO-8601 with offset or epoch milliseconds, got 1.79436301525E9: looks like seconds, expected milliseconds",
                "\"2026-11-11T10:10:15+08:00\" | 1794363015000000 | IMPOSSIBLE_VALUE | field 'event_time': expected an instant from 2000-01-01 on and before the year 2200, got +58831-02-06T10:50:00Z: looks like microseconds, expected milliseconds",
                "\"2026-11-11T10:10:15+08:00\" | 1794363015000000000 | IMPOSSIBLE_VALUE | field 'event_time': expected an instant from 2000-01-01 on and before the year 2200, got +56863070-05-15T09:20:00Z: looks like nanoseconds, expected milliseconds",
                "\"c1\" | \"c\\ud83d\" | IMPOSSIBLE_VALUE | field 'conversation_id': holds half a character, one of the two surrogates of an emoji; two such ids would become one",
                "\"chat\" | \"chatt\" | IMPOSSIBLE_VALUE | field 'stream': expected one of chat, orders, tickets, agents, got \"chatt\"; did you mean 'chat'?",
                "\"stream\":\"chat\", | - | MISSING_FIELD | field 'stream': required: one of chat, orders, tickets, agents",
                "\"chat\" | \"agents\" | IMPOSSIBLE_VALUE | field 'type': expected one of AgentPresenceChanged, ShiftPlanned, got \"MessageSent\"",
                "\"MessageSent\" | null | MISSING_FIELD | field 'type': required: one of ConversationOpened, MessageSent, BotHandedOff, AgentAssigned, ConversationTransferred, ConversationClosed, RatingInvited, ConversationRated, CallRang, CallAnswered, CallReleased, CallWrappedUp, PromiseMade, PromiseKept, ProductRecommended",
                "\"BUYER\" | \"Agnet\" | IMPOSSIBLE_VALUE | field 'sender': expected one of BUYER, AGENT, AGENT_QUICK_PHRASE, BOT_ASSISTED, BOT_AUTO, SYSTEM, INTERNAL_NOTE, got \"Agnet\"; did you mean 'AGENT'?",
                "\"CHAT\" | \"UNKNOWN\" | IMPOSSIBLE_VALUE | field 'channel': expected one of CHAT, PHONE, VIDEO, got \"UNKNOWN\"",
                "\"CHAT\" | [1] | IMPOSSIBLE_VALUE | field 'channel': expected one of CHAT, PHONE, VIDEO, got an array",
                "\"conversation_id\":\"c1\", | - | MISSING_FIELD | field 'conversation_id': required, but absent",
                "\"c1\" | null | MISSING_FIELD | field 'conversation_id': required, but null",
                "\"c1\" | 7 | IMPOSSIBLE_VALUE | field 'conversation_id': expected a string, got a number",
                "\"c1\" | \"\" | IMPOSSIBLE_VALUE | field 'conversation_id': expected an id, got an empty string",
                "\"buyer_id\" | \"buyerId\" | IMPOSSIBLE_VALUE | field 'buyerId': unknown field; did you mean 'buyer_id'?",
                "\"text\" | \"stars\" | IMPOSSIBLE_VALUE | field 'stars': unknown field; known are agent_id, buyer_id, buyer_tier, channel, conversation_id, event_id, event_time, sender, shop_id, sku_id, stream, text, topic, type"
            })
    void saysWhichFieldIsWrongAndWhatWasExpected(
            String old, String replacement, RejectionReason reason, String detail) {
        String line = MESSAGE.replace(old, replacement.equals("-") ? "" : replacement);

        assertFailure(line, reason, detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"quantity\":1 | \"quantity\":\"1\" | field 'lines[0].quantity': expected a whole number below 2^31, got \"1\"",
                "\"quantity\":1 | \"quantity\":1.0 | field 'lines[0].quantity': expected a whole number below 2^31, got 1.0",
                "\"quantity\":1 | \"quantity\":4000000000 | field 'lines[0].quantity': expected a whole number below 2^31, got 4000000000",
                "\"quantity\":1 | \"quantity\":0 | field 'lines[0].quantity': expected at least 1, got 0",
                "100 | 44.99 | field 'lines[0].unit_price_fen': expected a whole number below 2^63, got 44.99",
                "100 | -1 | field 'lines[0].unit_price_fen': expected at least 0, got -1",
                "\"quantity\" | \"qty\":1,\"quantity\" | field 'lines[0].qty': unknown field; known are quantity, sku_id, unit_price_fen",
                "[{\"sku_id\":\"k1\",\"quantity\":1,\"unit_price_fen\":100}] | {} | field 'lines': expected an array, got an object",
                "[{\"sku_id\":\"k1\",\"quantity\":1,\"unit_price_fen\":100}] | [1] | field 'lines[0]': expected an object, got a number",
                "[{\"sku_id\":\"k1\",\"quantity\":1,\"unit_price_fen\":100}] | [null] | field 'lines[0]': expected an object, got null",
                "false | \"no\" | field 'presale': expected true or false, got \"no\""
            })
    void saysWhichLineOfAnOrderIsWrong(String old, String replacement, String detail) {
        assertFailure(ORDER.replace(old, replacement), RejectionReason.IMPOSSIBLE_VALUE, detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            nullValues = "-",
            value = {
                "{\"stream\":\"chat\" | expected one JSON object, but the line ends too early",
                "{\"stream\":\"ch | expected one JSON object, but the line ends too early",
                "[] | expected one JSON object, but the line does not begin with '{': is this JSON Lines?",
                "17 | expected one JSON object, but the line does not begin with '{': is this JSON Lines?",
                "event_id;event_time | expected one JSON object, but the line does not begin with '{': is this JSON Lines?",
                "\uFEFF {\"a\":x} | expected one JSON object with each field once and nothing after it, stopped at column 8",
                "{\"a\":1,\"a\":2} | expected one JSON object with each field once and nothing after it, stopped at column 12",
                "{} {} | expected one JSON object with each field once and nothing after it, stopped at column 4"
            })
    void rejectsWhatIsNotOneJsonObject(String line, String detail) {
        assertFailure(line, RejectionReason.MALFORMED_LINE, detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n", "\uFEFF"})
    void rejectsABlankLine(String line) {
        assertFailure(line, RejectionReason.MALFORMED_LINE, "expected one JSON object");
    }

    @ParameterizedTest
    @CsvSource({"GBK, 在吗, GBK", "ISO-8859-1, ça va, Windows-1252"})
    void saysWhereALineIsNotUtf8AndWhatItLooksLike(String charset, String text, String name) {
        byte[] line = MESSAGE.replace("在吗", text).getBytes(Charset.forName(charset));

        assertThat(failure(reader.read(17, line)).rejection())
                .isEqualTo(Rejection.of(
                        RejectionReason.MALFORMED_LINE,
                        "expected one JSON object in UTF-8, but byte " + (MESSAGE.indexOf("在吗") + 1)
                                + " is not UTF-8; looks like " + name));
    }

    @Test
    void neverGuessesTheEncodingOfALine() {
        String line = MESSAGE.replace("在吗", "hi");

        for (Charset wide :
                List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("UTF-32LE"))) {
            assertThat(failure(reader.read(17, line.getBytes(wide))).rejection().detail())
                    .isEqualTo("expected one JSON object in UTF-8, but the line holds zero bytes, as UTF-16 does");
        }
    }

    @Test
    void halfAnEmojiInATextIsHarmlessAndALineSeparatorIsPartOfIt() {
        String line = MESSAGE.replace("在吗", "在\\ud83d\u2028\u0085");

        ChatEvent event =
                (ChatEvent) ((ParsedLine.Event) reader.read(1, line.getBytes(StandardCharsets.UTF_8))).event();

        assertThat(((MessageSent) event.getBody()).getText()).isEqualTo("在\uD83D\u2028\u0085");
    }

    @Test
    void aSignForALostCharacterIsUtf8() {
        String line = MESSAGE.replace("在吗", "\uFFFD");

        assertThat(reader.read(1, line.getBytes(StandardCharsets.UTF_8))).isEqualTo(reader.read(1, line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"b1\" | 13800138000",
                "\"b1\" | {\"name\":\"13800138000\"}",
                "\"在吗\" | [\"13800138000\"]",
                "\"在吗\" | \"13800138000\\x\"",
                "\"在吗\" | 13800138000x",
                "\"在吗\" | \"13800138000\",\"text\":\"13800138000\"",
                "\"text\":\"在吗\" | \"txt\":\"13800138000\""
            })
    void neverRepeatsPersonalFields(String old, String replacement) {
        String line = MESSAGE.replace(old, replacement);

        assertThat(failure(reader.read(1, line)).message()).doesNotContain("138");
    }

    @Test
    void cutsLongValuesAndNamesShort() {
        String long1 = "x".repeat(10_000);

        assertFailure(
                MESSAGE.replace("\"BUYER\"", "\"" + long1 + "\""),
                RejectionReason.IMPOSSIBLE_VALUE,
                "field 'sender': expected one of BUYER, AGENT, AGENT_QUICK_PHRASE, BOT_ASSISTED, BOT_AUTO, SYSTEM, "
                        + "INTERNAL_NOTE, got \"" + "x".repeat(40) + "…\"");
        assertThat(failure(reader.read(1, MESSAGE.replace("\"text\"", "\"" + long1 + "\"")))
                        .message())
                .hasSizeLessThan(300);
    }

    private void assertFailure(String line, RejectionReason reason, String detail) {
        ParsedLine.Failure failure = failure(reader.read(17, line));

        assertThat(failure.rejection().detail()).isEqualTo(detail);
        assertThat(failure.rejection().reason()).isEqualTo(reason);
        assertThat(failure.message()).isEqualTo("line 17: " + detail);
    }

    private static ParsedLine.Failure failure(ParsedLine parsed) {
        assertThat(parsed).isInstanceOf(ParsedLine.Failure.class);
        return (ParsedLine.Failure) parsed;
    }
}
