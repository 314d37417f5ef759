package io.deskpulse.streaming.hotspots;

import io.deskpulse.metrics.complaints.ComplaintEvent;
import io.deskpulse.streaming.complaints.ComplaintTable;
import io.deskpulse.streaming.complaints.ProductTable;
import io.deskpulse.streaming.deadletters.DeadLetter;
import io.deskpulse.streaming.deadletters.DeadLetterSink;
import io.deskpulse.streaming.deadletters.LateEvents;
import io.deskpulse.streaming.events.EventReader;
import io.deskpulse.streaming.events.EventStreams;
import io.deskpulse.streaming.events.Subscription;
import io.deskpulse.streaming.hotspots.detection.DetectionPipeline;
import io.deskpulse.streaming.hotspots.signals.ContactEvents;
import io.deskpulse.streaming.hotspots.signals.ShopSignal;
import io.deskpulse.streaming.jobs.JobGraph;
import io.deskpulse.streaming.settings.Connections;
import io.deskpulse.streaming.sinks.ClickHouseSink;
import io.deskpulse.streaming.timeline.Located;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * From the order, ticket and chat topics to {@code complaint_facts}, and to the hotspots of each shop.
 *
 * @param settings of the job
 */
record HotspotsGraph(HotspotsJobSettings settings) implements JobGraph {

    @Override
    public List<Subscription<?, ?>> subscriptions() {
        String key = settings.job().hashKey();
        return List.of(
                new Subscription<>(
                        settings.topics().orders(),
                        settings.disorder(),
                        EventReader.orders(key),
                        settings.intakes().orders()),
                new Subscription<>(
                        settings.topics().tickets(),
                        settings.disorder(),
                        EventReader.tickets(key),
                        settings.intakes().tickets()),
                new Subscription<>(
                        settings.topics().chat(), settings.disorder(), EventReader.chat(key), ContactEvents.INTAKE));
    }

    @Override
    public List<DataStream<?>> events(EventStreams in) {
        return List.of(
                in.events(settings.intakes().orders()),
                in.events(settings.intakes().tickets()),
                in.events(ContactEvents.INTAKE));
    }

    @Override
    public List<DataStream<?>> rows(EventStreams in) {
        List<DataStream<?>> rows = new ArrayList<>();
        HotspotsPipeline.Complaints complaints = settings.pipeline().complaints(complaintEvents(in));
        rows.add(complaints.rows(false));
        rows.add(complaints.rows(true));
        rows.addAll(hotspots(in).all());
        return rows;
    }

    @Override
    public void build(EventStreams in) {
        Connections connections = settings.job().connections();
        HotspotsPipeline.Complaints complaints = settings.pipeline().complaints(complaintEvents(in));
        ClickHouseSink.write(complaints.rows(false), ComplaintTable.TABLE, connections.clickHouse(), "complaints-sink");
        ClickHouseSink.write(complaints.rows(true), ProductTable.TABLE, connections.clickHouse(), "products-sink");
        String orders = settings.topics().orders().name();
        String tickets = settings.topics().tickets().name();
        DataStream<DeadLetter> late = LateEvents.letters(
                complaints.tooLate(),
                event -> event.ticketId() == null ? orders : tickets,
                "the order or ticket",
                "late-complaint-events");
        DeadLetterSink.writeLate(HotspotsJob.NAME, late, connections.deadLetters());
        hotspots(in).write(connections.clickHouse());
    }

    private DataStream<Located<ComplaintEvent>> complaintEvents(EventStreams in) {
        return in.events(settings.intakes().orders())
                .union(in.events(settings.intakes().tickets()));
    }

    /** What is found in the complaints and exposures of each shop, each told once, in event time. */
    private DetectionPipeline.Outputs hotspots(EventStreams in) {
        DataStream<ShopSignal> signals =
                settings.pipeline().signals(complaintEvents(in), in.events(ContactEvents.INTAKE));
        return settings.detection().apply(signals);
    }
}
