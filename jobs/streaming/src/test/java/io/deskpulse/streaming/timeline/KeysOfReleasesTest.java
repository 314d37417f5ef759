package io.deskpulse.streaming.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.responsetime.Chat;
import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.ConversationState;
import io.deskpulse.metrics.responsetime.ConversationStateForm;
import io.deskpulse.metrics.responsetime.DayFacts;
import io.deskpulse.metrics.timeline.Anchor;
import io.deskpulse.metrics.timeline.EventForm;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.StoredRow;
import io.deskpulse.streaming.responsetime.ConversationDayTable;
import io.deskpulse.streaming.responsetime.ConversationFamily;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys that releases kept: one that took each stamp of an event for an event of its own, one that kept less of an event. */
class KeysOfReleasesTest {
    private static final ConversationFamily FAMILY =
            new ConversationFamily(Retention.CONVERSATIONS, "Asia/Shanghai", Map.of());

    private final Chat chat =
            new Chat().ask("11:00:00").reply("11:00:10", "sam").ask("11:05:00");
    private final List<ConversationEvent> told = chat.events();
    private final List<ConversationEvent> ofTopic = new Chat()
            .ask("10:59:00", "COLOUR")
            .tier("VIP")
            .ask("11:00:00", "SIZE")
            .reply("11:00:10", "sam")
            .events();
    private final ConversationEvent again = restamped(told.get(0), 30_000);

    private TimelineOperator<ConversationEvent, ConversationState, DayFacts> operator;
    private KeyedOneInputStreamOperatorTestHarness<String, Located<ConversationEvent>, FactRow<DayFacts>> harness;

    @BeforeEach
    void start() throws Exception {
        operator = new TimelineOperator<>(FAMILY, new OutputTag<>("late", LocatedCodec.type(FAMILY)), 500);
        harness = new KeyedOneInputStreamOperatorTestHarness<>(operator, Located.byKey(FAMILY), Types.STRING);
        harness.setup(ConversationDayTable.ROWS
                .type()
                .createSerializer(harness.getExecutionConfig().getSerializerConfig()));
        harness.open();
    }

    @AfterEach
    void stop() throws Exception {
        harness.close();
    }

    @Test
    void aSecondStampIsSupersededOnceTheKeyGoesOn() throws Exception {
        restore(told.get(0), told.get(1), again);

        send(told.get(2));

        assertThat(rows())
                .singleElement()
                .asString()
                .contains("version=4,", "superseded=1,", "buyer_messages=2,", "first_response_ms=10000,")
                .contains("rounds.buyer_messages=[1, 1]");
    }

    @Test
    void whatItKnewAlreadyWritesNothing() throws Exception {
        restore(told.get(0), told.get(1), again);

        send(again);
        send(told.get(0));

        assertThat(rows()).isEmpty();
    }

    @Test
    void aStampThatComesNowIsRecognized() throws Exception {
        restore(told.get(0), told.get(1));

        send(again);

        assertThat(rows())
                .singleElement()
                .asString()
                .contains("version=3,", "superseded=1,", "buyer_messages=1,", "open_since=null");
    }

    @Test
    void whatWasKeptWithLessIsKnown() throws Exception {
        restoreWithLess(ofTopic.get(1), ofTopic.get(2));

        send(ofTopic.get(1));

        assertThat(rows()).isEmpty();
    }

    @Test
    void itStaysKnownWhenTheListIsWrittenAnew() throws Exception {
        restoreWithLess(ofTopic.get(1), ofTopic.get(2));

        send(ofTopic.get(0));
        send(ofTopic.get(1));
        send(ofTopic.get(0));

        assertThat(rows())
                .singleElement()
                .asString()
                .contains("version=3,", "superseded=0,", "buyer_messages=2,", "rounds.topic=[COLOUR]");
    }

    @Test
    void anotherContentOfItIsSuperseded() throws Exception {
        restoreWithLess(ofTopic.get(1), ofTopic.get(2));

        send(ofTopic.get(1));
        send(restamped(ofTopic.get(1), 1));

        assertThat(rows()).singleElement().asString().contains("version=3,", "superseded=1,", "buyer_messages=1,");
    }

    /** Writes the key's state as a release did that knew neither topics nor ranks, and whose events had the number before. */
    private void restoreWithLess(ConversationEvent... events) throws Exception {
        restore(events);
        EventForm<ConversationEvent> form = FAMILY.events();
        int number = form.earlierNumbers().get(0);
        Anchor anchor = form.anchor(events[0]);
        ListState<byte[]> list = operator.getRuntimeContext().getListState(EventList.descriptor());
        EventList<ConversationEvent> entries = new EventList<>(list, form);
        list.clear();
        for (ConversationEvent event : events) {
            byte[] encoded = entries.encode(form.asEarlier(event), anchor);
            encoded[0] += (byte) (number - form.id().number());
            list.add(encoded);
        }
    }

    /** Writes the key's state as that release did. */
    private void restore(ConversationEvent... events) throws Exception {
        operator.setCurrentKey(FAMILY.key(events[0]));
        Anchor anchor = FAMILY.events().anchor(events[0]);
        TimelineState<ConversationState> state =
                new TimelineState<>(FAMILY.derivation().start(), FAMILY.states().generation(), anchor);
        EventList<ConversationEvent> entries =
                new EventList<>(operator.getRuntimeContext().getListState(EventList.descriptor()), FAMILY.events());
        for (ConversationEvent event : events) {
            FAMILY.derivation().advance(state.automaton, event, finished -> {});
            state.appended(event);
            entries.append(List.of(entries.encode(event, anchor)));
        }
        operator.getRuntimeContext()
                .getState(TimelineStateCodec.descriptor(ConversationStateForm.INSTANCE))
                .update(state);
    }

    private void send(ConversationEvent event) throws Exception {
        harness.processElement(new StreamRecord<>(new Located<>(event, 0, 0), event.timeMillis()));
    }

    private List<String> rows() throws Exception {
        harness.setProcessingTime(harness.getProcessingTime() + 500);
        return harness.extractOutputValues().stream()
                .map(row -> StoredRow.of(ConversationDayTable.TABLE, row).toString())
                .toList();
    }

    private static ConversationEvent restamped(ConversationEvent event, long laterMillis) {
        return new ConversationEvent(
                event.shopId(),
                event.conversationId(),
                event.eventId(),
                event.timeMillis() + laterMillis,
                event.kind(),
                event.buyerId(),
                event.channel(),
                event.sender(),
                event.account(),
                event.toAccount(),
                event.label(),
                event.score(),
                event.topic(),
                event.buyerTier());
    }
}
