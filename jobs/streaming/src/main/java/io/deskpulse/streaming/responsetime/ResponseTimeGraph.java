package io.deskpulse.streaming.responsetime;

import io.deskpulse.streaming.deadletters.DeadLetter;
import io.deskpulse.streaming.deadletters.DeadLetterSink;
import io.deskpulse.streaming.deadletters.LateEvents;
import io.deskpulse.streaming.events.EventReader;
import io.deskpulse.streaming.events.EventStreams;
import io.deskpulse.streaming.events.Subscription;
import io.deskpulse.streaming.jobs.JobGraph;
import io.deskpulse.streaming.settings.JobSettings;
import io.deskpulse.streaming.sinks.ClickHouseSink;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * From the chat topic to {@code conversation_days}.
 *
 * @param settings of the job
 */
record ResponseTimeGraph(ResponseTimeJobSettings settings) implements JobGraph {

    @Override
    public List<Subscription<?, ?>> subscriptions() {
        JobSettings job = settings.job();
        return List.of(new Subscription<>(
                settings.chat(), job.disorder(), EventReader.chat(job.hashKey()), settings.intake()));
    }

    @Override
    public List<DataStream<?>> events(EventStreams in) {
        return List.of(in.events(settings.intake()));
    }

    @Override
    public List<DataStream<?>> rows(EventStreams in) {
        return List.of(derive(in).conversationDays());
    }

    @Override
    public void build(EventStreams in) {
        ResponseTimePipeline.Outputs output = derive(in);
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
                ResponseTimeJob.NAME,
                in.rejected(settings.chat()),
                late,
                job.connections().deadLetters());
    }

    private ResponseTimePipeline.Outputs derive(EventStreams in) {
        return new ResponseTimePipeline(settings.family(), settings.job().flushInterval())
                .apply(in.events(settings.intake()));
    }
}
