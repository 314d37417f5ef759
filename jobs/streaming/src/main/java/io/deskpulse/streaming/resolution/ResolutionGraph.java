package io.deskpulse.streaming.resolution;

import io.deskpulse.streaming.deadletters.DeadLetter;
import io.deskpulse.streaming.deadletters.DeadLetterSink;
import io.deskpulse.streaming.deadletters.LateEvents;
import io.deskpulse.streaming.events.EventReader;
import io.deskpulse.streaming.events.EventStreams;
import io.deskpulse.streaming.events.Subscription;
import io.deskpulse.streaming.jobs.JobGraph;
import io.deskpulse.streaming.settings.JobSettings;
import io.deskpulse.streaming.sinks.ClickHouse;
import io.deskpulse.streaming.sinks.ClickHouseSink;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * From the ticket and chat topics to {@code ticket_facts} and {@code contact_facts}.
 *
 * @param settings of the job
 */
record ResolutionGraph(ResolutionJobSettings settings) implements JobGraph {

    @Override
    public List<Subscription<?, ?>> subscriptions() {
        JobSettings job = settings.job();
        return List.of(
                new Subscription<>(
                        settings.tickets(),
                        job.disorder(),
                        EventReader.tickets(job.hashKey()),
                        TicketTimelineEvents.INTAKE),
                new Subscription<>(
                        settings.chat(), job.disorder(), EventReader.chat(job.hashKey()), CallPromiseEvents.INTAKE));
    }

    @Override
    public List<DataStream<?>> events(EventStreams in) {
        return List.of(in.events(TicketTimelineEvents.INTAKE), in.events(CallPromiseEvents.INTAKE));
    }

    @Override
    public List<DataStream<?>> rows(EventStreams in) {
        ResolutionPipeline.Outputs output = derive(in);
        return List.of(output.tickets(), output.callPromises());
    }

    @Override
    public void build(EventStreams in) {
        ResolutionPipeline.Outputs output = derive(in);
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
                in.rejected(settings.tickets()),
                late,
                settings.job().connections().deadLetters());
    }

    private ResolutionPipeline.Outputs derive(EventStreams in) {
        return new ResolutionPipeline(
                        settings.ticketFamily(),
                        settings.callPromiseFamily(),
                        settings.job().flushInterval())
                .apply(in.events(TicketTimelineEvents.INTAKE), in.events(CallPromiseEvents.INTAKE));
    }
}
