package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.CallPromiseEvent;
import io.deskpulse.metrics.resolution.TicketTimelineEvent;
import io.deskpulse.streaming.deadletters.DeadLetter;
import io.deskpulse.streaming.deadletters.DeadLetterSink;
import io.deskpulse.streaming.deadletters.LateEvents;
import io.deskpulse.streaming.events.EventReader;
import io.deskpulse.streaming.events.EventSource;
import io.deskpulse.streaming.jobs.JobGraph;
import io.deskpulse.streaming.settings.JobSettings;
import io.deskpulse.streaming.sinks.ClickHouse;
import io.deskpulse.streaming.sinks.ClickHouseSink;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * From the ticket and chat topics to {@code ticket_facts} and {@code contact_facts}.
 *
 * @param settings of the job
 */
record ResolutionGraph(ResolutionJobSettings settings) implements JobGraph {

    @Override
    public List<DataStream<?>> events(StreamExecutionEnvironment env) {
        return List.of(tickets(env).events(), callPromises(env).events());
    }

    @Override
    public List<DataStream<?>> rows(StreamExecutionEnvironment env) {
        ResolutionPipeline.Outputs output = derive(tickets(env), callPromises(env));
        return List.of(output.tickets(), output.callPromises());
    }

    @Override
    public void build(StreamExecutionEnvironment env) {
        EventSource.Streams<TicketTimelineEvent> tickets = tickets(env);
        ResolutionPipeline.Outputs output = derive(tickets, callPromises(env));
        ClickHouse clickHouse = settings.job().connections().clickHouse();
        ClickHouseSink.write(output.tickets(), TicketTable.TABLE, clickHouse, "tickets-sink");
        ClickHouseSink.write(output.callPromises(), CallPromiseTable.TABLE, clickHouse, "contacts-sink");
        String ticketTopic = settings.tickets().name();
        String chatTopic = settings.chat().name();
        DataStream<DeadLetter> late = LateEvents.letters(
                        output.lateTickets(), ticket -> ticketTopic, "the ticket", "late-ticket-events")
                .union(LateEvents.letters(
                        output.lateCallPromises(), call -> chatTopic, "the conversation", "late-contact-events"));
        DeadLetterSink.write(
                ResolutionJob.NAME,
                tickets.rejected(),
                late,
                settings.job().connections().deadLetters());
    }

    private EventSource.Streams<TicketTimelineEvent> tickets(StreamExecutionEnvironment env) {
        JobSettings job = settings.job();
        return EventSource.read(
                env,
                settings.tickets(),
                job.disorder(),
                EventReader.tickets(job.hashKey()),
                TicketTimelineEvents.INTAKE);
    }

    private EventSource.Streams<CallPromiseEvent> callPromises(StreamExecutionEnvironment env) {
        JobSettings job = settings.job();
        return EventSource.read(
                env, settings.chat(), job.disorder(), EventReader.chat(job.hashKey()), CallPromiseEvents.INTAKE);
    }

    private ResolutionPipeline.Outputs derive(
            EventSource.Streams<TicketTimelineEvent> tickets, EventSource.Streams<CallPromiseEvent> callPromises) {
        return new ResolutionPipeline(
                        settings.ticketFamily(),
                        settings.callPromiseFamily(),
                        settings.job().flushInterval())
                .apply(tickets.events(), callPromises.events());
    }
}
