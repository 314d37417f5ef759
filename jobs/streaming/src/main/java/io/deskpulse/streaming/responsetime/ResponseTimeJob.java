package io.deskpulse.streaming.responsetime;

import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.schemas.RejectionReason;
import io.deskpulse.streaming.codec.CodecTypeInfo;
import io.deskpulse.streaming.deadletters.DeadLetter;
import io.deskpulse.streaming.deadletters.DeadLetterCodec;
import io.deskpulse.streaming.deadletters.DeadLetterSink;
import io.deskpulse.streaming.deadletters.DeadLettersJob;
import io.deskpulse.streaming.events.EventReader;
import io.deskpulse.streaming.events.EventSource;
import io.deskpulse.streaming.kafka.KafkaTopic;
import io.deskpulse.streaming.sinks.ClickHouseSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Response times, live: chat events from Kafka, one row per conversation and day into ClickHouse, bad input set apart. */
public final class ResponseTimeJob {
    /** Name of the job and of its consumer group. */
    public static final String NAME = "response-time";

    /** Key groups, and so the most this job can ever be scaled to; a change would orphan its state. */
    private static final int MAX_PARALLELISM = 720;

    private ResponseTimeJob() {}

    /** Runs on the cluster that started it; {@link ResponseTimeConfig} lists the arguments. */
    public static void main(String[] args) throws Exception {
        ResponseTimeConfig config = ResponseTimeConfig.from(args, System.getenv());
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        build(env, config);
        env.execute(NAME);
    }

    /** Adds the job to {@code env}. */
    public static void build(StreamExecutionEnvironment env, ResponseTimeConfig config) {
        env.setMaxParallelism(MAX_PARALLELISM);
        KafkaTopic chat = config.chat();
        EventSource.Streams<ConversationEvent> input = EventSource.read(
                env, chat, config.disorder(), EventReader.chat(config.hashKey()), ConversationEvents.INTAKE);
        ResponseTimePipeline.Outputs output =
                new ResponseTimePipeline(config.family(), config.flushInterval()).apply(input.events());
        output.conversationDays()
                .sinkTo(new ClickHouseSink<>(ConversationDayTable.TABLE, config.clickHouse()))
                .uid("conversation-days-sink")
                .name("ClickHouse conversation_days");
        DataStream<DeadLetter> tooLate = output.tooLate()
                .map(late -> letter(chat.name(), late.partition(), late.offset()))
                .returns(CodecTypeInfo.of(DeadLetter.class, new DeadLetterCodec()))
                .uid("late-conversation-events")
                .name("Late events");
        DeadLetterSink.write(NAME, input.rejected(), tooLate, chat, config.deadLetters());
        DeadLettersJob.build(env, config.deadLetters(), config.clickHouse());
    }

    private static DeadLetter letter(String topic, int partition, long offset) {
        String detail = "field 'event_time': the conversation may already have been forgotten";
        return new DeadLetter(RejectionReason.TOO_LATE, detail, topic, partition, offset, null, null);
    }
}
