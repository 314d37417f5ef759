package io.deskpulse.streaming.agents;

import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.facts.FactTable;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.jobs.JobGraph;
import io.deskpulse.streaming.jobs.JobRunner;
import io.deskpulse.streaming.settings.Settings;
import java.util.List;
import java.util.Set;

/** Working time, live: presence and shifts of accounts from Kafka, one row per event into ClickHouse, bad input set apart. */
public final class AgentTimeJob implements DeskpulseJob {
    static final String NAME = "agent-time";

    /** Runs on the cluster that called it. */
    public static void main(String[] args) throws Exception {
        JobRunner.run(new AgentTimeJob(), args);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(EventStream.AGENTS.topic());
    }

    @Override
    public Set<EventStream> reports() {
        return Set.of(EventStream.AGENTS);
    }

    @Override
    public List<FactTable<?>> tables() {
        return List.of(AgentIntervalTable.TABLE);
    }

    @Override
    public JobGraph graph(Settings settings) {
        return new AgentTimeGraph(AgentTimeJobSettings.read(settings));
    }
}
