package io.deskpulse.streaming.hotspots;

import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.complaints.ComplaintTable;
import io.deskpulse.streaming.complaints.ProductTable;
import io.deskpulse.streaming.facts.FactTable;
import io.deskpulse.streaming.hotspots.detection.AlarmTable;
import io.deskpulse.streaming.hotspots.detection.CellDayTable;
import io.deskpulse.streaming.hotspots.detection.EvidenceTable;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.jobs.JobGraph;
import io.deskpulse.streaming.jobs.JobRunner;
import io.deskpulse.streaming.settings.Settings;
import java.util.List;
import java.util.Set;

/**
 * Complaint hotspots, live: orders, tickets and chats from Kafka; complaints into ClickHouse, and what leads to them counted by shop in
 * event time.
 */
public final class HotspotsJob implements DeskpulseJob {
    static final String NAME = "hotspots";

    /** Runs on the cluster that called it. */
    public static void main(String[] args) throws Exception {
        JobRunner.run(new HotspotsJob(), args);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(EventStream.ORDERS.topic(), EventStream.TICKETS.topic(), EventStream.CHAT.topic());
    }

    /** The other jobs report what is refused. */
    @Override
    public Set<EventStream> reports() {
        return Set.of();
    }

    @Override
    public List<FactTable<?>> tables() {
        return List.of(
                ComplaintTable.TABLE, ProductTable.TABLE, AlarmTable.TABLE, EvidenceTable.TABLE, CellDayTable.TABLE);
    }

    @Override
    public JobGraph graph(Settings settings) {
        return new HotspotsGraph(HotspotsJobSettings.read(settings));
    }
}
