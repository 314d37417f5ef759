package io.deskpulse.streaming.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.events.ChatEvent;
import io.deskpulse.metrics.resolution.CallPromiseEvent;
import io.deskpulse.metrics.resolution.CallPromiseEventForm;
import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.ConversationEventForm;
import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.RejectionReason;
import io.deskpulse.schemas.testing.SampleEvents;
import io.deskpulse.schemas.wire.EventEncoder;
import io.deskpulse.streaming.codec.CodecTypeInfo;
import io.deskpulse.streaming.conversion.BuyerEvents;
import io.deskpulse.streaming.deadletters.DeadLetter;
import io.deskpulse.streaming.deadletters.DeadLetterCodec;
import io.deskpulse.streaming.kafka.KafkaCluster;
import io.deskpulse.streaming.kafka.KafkaTopic;
import io.deskpulse.streaming.resolution.CallPromiseEvents;
import io.deskpulse.streaming.responsetime.ConversationEvents;
import io.deskpulse.streaming.timeline.Located;
import io.deskpulse.streaming.timeline.LocatedCodec;
import io.deskpulse.streaming.topics.TopicReader;
import io.deskpulse.streaming.topics.TopicTaxonomy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.apache.flink.util.OutputTag;
import org.apache.flink.util.UserCodeClassLoader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One topic, read once, for two of the families that chats feed. */
class SharedSourceTest {
    private static final String KEY = "a key for the tests";
    private static final Intake<ChatReading, ConversationEvent> CONVERSATIONS =
            ConversationEvents.intake(new TopicReader(TopicTaxonomy.bundled(), true));
    private static final List<Intake<ChatReading, ?>> INTAKES = List.of(CONVERSATIONS, CallPromiseEvents.INTAKE);
    private static final Instant ARRIVAL = Instant.parse("2026-11-20T00:00:00Z");

    private final EventEncoder encoder = new EventEncoder();
    private final EventDeserializationSchema<ChatReading> schema =
            new EventDeserializationSchema<>(EventReader.chat(KEY), INTAKES);

    @BeforeEach
    void open() {
        schema.open(new DeserializationSchema.InitializationContext() {
            @Override
            public MetricGroup getMetricGroup() {
                return new UnregisteredMetricsGroup();
            }

            @Override
            public UserCodeClassLoader getUserCodeClassLoader() {
                throw new UnsupportedOperationException();
            }
        });
    }

    @Test
    void eachFamilyThatHasUseForAMessageTakesItsEvent() {
        List<Decoded> call = decoded(message("CallRang"));
        List<Decoded> chat = decoded(message("MessageSent"));

        assertThat(call).extracting(Decoded::intake).containsExactly(0, 1);
        assertThat(call.get(0).event().event()).isInstanceOf(ConversationEvent.class);
        assertThat(call.get(1).event().event()).isInstanceOf(CallPromiseEvent.class);
        assertThat(call.get(1).event().offset()).isEqualTo(17);
        assertThat(chat).extracting(Decoded::intake).containsExactly(0);
    }

    @Test
    void whatIsRefusedIsOneLetterHoweverManyFamiliesThereAre() {
        ChatEvent early = ChatEvent.newBuilder((ChatEvent) SampleEvents.event(EventStream.CHAT, "CallRang"))
                .setEventTime(ARRIVAL.plusSeconds(3_601))
                .build();
        byte[] message = encoder.encode(early);

        assertRefused(message, RejectionReason.IN_FUTURE);
        assertRefused(null, RejectionReason.UNDECODABLE);
        assertRefused(new byte[] {1, 2, 3}, RejectionReason.UNDECODABLE);
    }

    @Test
    void streamsAreToldApart() throws Exception {
        OutputTag<DeadLetter> rejected =
                new OutputTag<>("rejected", CodecTypeInfo.of(DeadLetter.class, new DeadLetterCodec()));
        OutputTag<Located<?>> contacts = new OutputTag<>("contacts") {};
        try (OneInputStreamOperatorTestHarness<Decoded, Located<?>> harness =
                ProcessFunctionTestHarnesses.forProcessFunction(new SetApart(rejected, List.of(contacts)))) {
            for (Decoded one : decoded(message("CallRang"))) {
                harness.processElement(one, 0);
            }
            harness.processElement(decoded(null).get(0), 0);

            assertThat(harness.extractOutputValues())
                    .singleElement()
                    .extracting(Located::event)
                    .isInstanceOf(ConversationEvent.class);
            assertThat(harness.getSideOutput(contacts))
                    .singleElement()
                    .satisfies(record -> assertThat(record.getValue().event()).isInstanceOf(CallPromiseEvent.class));
            assertThat(harness.getSideOutput(rejected)).hasSize(1);
        }
    }

    @Test
    void whatIsDecodedSurvivesAnExchange() throws IOException {
        DecodedCodec codec = new DecodedCodec(INTAKES);
        for (Decoded one : decoded(message("CallRang"))) {
            DataOutputSerializer out = new DataOutputSerializer(64);
            codec.write(one, out);

            assertThat(codec.read(new DataInputDeserializer(out.getCopyOfBuffer())))
                    .isEqualTo(one);
        }
        DataOutputSerializer out = new DataOutputSerializer(64);
        codec.write(decoded(null).get(0), out);
        Decoded letter = codec.read(new DataInputDeserializer(out.getCopyOfBuffer()));

        assertThat(letter.event()).isNull();
        assertThat(letter.rejected().reason()).isEqualTo(RejectionReason.UNDECODABLE);
    }

    @Test
    void aSharedSourceHasOneUidAndAStreamForEachIntake() {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        KafkaTopic topic = new KafkaTopic(KafkaCluster.at("b:1"), "chat", "g");
        EventStreams chats = EventStreams.open(
                env, List.of(subscription(topic, CONVERSATIONS), subscription(topic, CallPromiseEvents.INTAKE)));
        DataStream<Located<ConversationEvent>> conversations = chats.events(CONVERSATIONS);
        DataStream<Located<CallPromiseEvent>> contacts = chats.events(CallPromiseEvents.INTAKE);
        conversations.sinkTo(new DiscardingSink<>());
        contacts.sinkTo(new DiscardingSink<>());

        assertThat(conversations.getType())
                .isEqualTo(CodecTypeInfo.of(
                        Located.class,
                        new LocatedCodec<>(ConversationEventForm.INSTANCE, ConversationEvent::conversationId)));
        assertThat(contacts.getType())
                .isEqualTo(CodecTypeInfo.of(
                        Located.class,
                        new LocatedCodec<>(CallPromiseEventForm.INSTANCE, CallPromiseEvent::conversationId)));
        assertThat(env.getStreamGraph().getStreamNodes())
                .extracting(
                        node -> Optional.ofNullable(node.getTransformationUID()).orElse(""))
                .contains("chat-events-source", "chat-events-decoded");
        assertThatThrownBy(() -> chats.events(BuyerEvents.OF_CHATS))
                .hasMessage("nobody subscribed for buyer-chat-events");
        assertThat(chats.merged()).containsExactlyInAnyOrder("conversation-events-source", "contact-events-source");
    }

    private static <E extends TimelineEvent> Subscription<ChatReading, E> subscription(
            KafkaTopic topic, Intake<ChatReading, E> intake) {
        return new Subscription<>(topic, Duration.ofMinutes(1), EventReader.chat(KEY), intake);
    }

    private void assertRefused(byte[] message, RejectionReason reason) {
        assertThat(decoded(message)).singleElement().satisfies(one -> {
            assertThat(one.event()).isNull();
            assertThat(one.rejected().reason()).isEqualTo(reason);
            assertThat(one.rejected().value()).isEqualTo(message);
            assertThat(one.rejected().sourceOffset()).isEqualTo(17);
        });
    }

    private byte[] message(String body) {
        return encoder.encode(SampleEvents.event(EventStream.CHAT, body));
    }

    private List<Decoded> decoded(byte[] message) {
        List<Decoded> decoded = new ArrayList<>();
        schema.deserialize(
                new ConsumerRecord<>(
                        "chat",
                        3,
                        17,
                        ARRIVAL.toEpochMilli(),
                        TimestampType.LOG_APPEND_TIME,
                        0,
                        0,
                        null,
                        message,
                        new RecordHeaders(),
                        Optional.empty()),
                new ListCollector<>(decoded));
        return decoded;
    }
}
