package io.deskpulse.streaming.agents;

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
 * From the topic of accounts to {@code agent_intervals}.
 *
 * @param settings of the job
 */
record AgentTimeGraph(AgentTimeJobSettings settings) implements JobGraph {

    @Override
    public List<Subscription<?, ?>> subscriptions() {
        return List.of(new Subscription<>(
                settings.agents(), settings.job().disorder(), EventReader.agents(), AgentEvents.INTAKE));
    }

    @Override
    public List<DataStream<?>> events(EventStreams in) {
        return List.of(in.events(AgentEvents.INTAKE));
    }

    @Override
    public List<DataStream<?>> rows(EventStreams in) {
        return List.of(derive(in).intervals());
    }

    @Override
    public void build(EventStreams in) {
        AgentTimePipeline.Outputs output = derive(in);
        JobSettings job = settings.job();
        ClickHouseSink.write(
                output.intervals(), AgentIntervalTable.TABLE, job.connections().clickHouse(), "agent-intervals-sink");
        String topic = settings.agents().name();
        DataStream<DeadLetter> late =
                LateEvents.letters(output.tooLate(), event -> topic, "the account", "late-agent-events");
        DeadLetterSink.write(
                AgentTimeJob.NAME,
                in.rejected(settings.agents()),
                late,
                job.connections().deadLetters());
    }

    private AgentTimePipeline.Outputs derive(EventStreams in) {
        return new AgentTimePipeline(settings.family(), settings.job().flushInterval())
                .apply(in.events(AgentEvents.INTAKE));
    }
}
