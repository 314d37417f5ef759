package io.deskpulse.streaming.responsetime;

import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.streaming.deadletters.DeadLetter;
import io.deskpulse.streaming.deadletters.DeadLetterSink;
import io.deskpulse.streaming.deadletters.LateEvents;
import io.deskpulse.streaming.events.EventReader;
import io.deskpulse.streaming.events.EventSource;
import io.deskpulse.streaming.jobs.JobGraph;
import io.deskpulse.streaming.settings.JobSettings;
import io.deskpulse.streaming.sinks.ClickHouseSink;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * From the chat topic to {@code conversation_days}.
 *
 * @param settings of the job
 */
record ResponseTimeGraph(ResponseTimeJobSettings settings) implements JobGraph {

    @Override
    public List<DataStream<?>> events(StreamExecutionEnvironment env) {
        return List.of(read(env).events());
    }

    @Override
    public List<DataStream<?>> rows(StreamExecutionEnvironment env) {
        return List.of(derive(read(env)).conversationDays());
    }

    @Override
    public void build(StreamExecutionEnvironment env) {
        EventSource.Streams<ConversationEvent> chat = read(env);
        ResponseTimePipeline.Outputs output = derive(chat);
        JobSettings job = settings.job();
        ClickHouseSink.write(
                output.conversationDays(),
                ConversationDayTable.TABLE,
                job.connections().clickHouse(),
                "conversation-days-sink");
        String topic = settings.chat().name();
        DataStream<DeadLetter> late =
                LateEvents.letters(output.tooLate(), event -> topic, "the conversation", "late-conversation-events");
        DeadLetterSink.write(
                ResponseTimeJob.NAME, chat.rejected(), late, job.connections().deadLetters());
    }

    private EventSource.Streams<ConversationEvent> read(StreamExecutionEnvironment env) {
        JobSettings job = settings.job();
        return EventSource.read(
                env, settings.chat(), job.disorder(), EventReader.chat(job.hashKey()), ConversationEvents.INTAKE);
    }

    private ResponseTimePipeline.Outputs derive(EventSource.Streams<ConversationEvent> chat) {
        return new ResponseTimePipeline(settings.family(), settings.job().flushInterval()).apply(chat.events());
    }
}
