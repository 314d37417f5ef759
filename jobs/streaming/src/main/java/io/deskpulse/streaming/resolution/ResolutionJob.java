package io.deskpulse.streaming.resolution;

import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.facts.FactTable;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.jobs.JobGraph;
import io.deskpulse.streaming.jobs.JobRunner;
import io.deskpulse.streaming.settings.Settings;
import java.util.List;
import java.util.Set;

/**
 * Resolutions, live: tickets from their topic, calls and promises from the chat topic, one row per ticket and one per
 * conversation with a call or promise into ClickHouse, bad tickets set apart.
 */
public final class ResolutionJob implements DeskpulseJob {
    static final String NAME = "resolution";

    /** Runs on the cluster that called it. */
    public static void main(String[] args) throws Exception {
        JobRunner.run(new ResolutionJob(), args);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(EventStream.TICKETS.topic(), EventStream.CHAT.topic());
    }

    @Override
    public Set<EventStream> reports() {
        return Set.of(EventStream.TICKETS);
    }

    @Override
    public List<FactTable<?>> tables() {
        return List.of(TicketTable.TABLE, CallPromiseTable.TABLE);
    }

    @Override
    public JobGraph graph(Settings settings) {
        return new ResolutionGraph(ResolutionJobSettings.read(settings));
    }
}
