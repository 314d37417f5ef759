package io.deskpulse.streaming.staffing;

import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.facts.FactTable;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.jobs.JobGraph;
import io.deskpulse.streaming.jobs.JobRunner;
import io.deskpulse.streaming.settings.Settings;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Forecasts and agents for all shops: reads what was measured from ClickHouse, writes there, and ends. */
public final class StaffingJob implements DeskpulseJob {
    /** Its name. */
    public static final String NAME = "staffing";

    /** Runs on the cluster that called it. */
    public static void main(String[] args) throws Exception {
        JobRunner.run(new StaffingJob(), args);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Execution execution() {
        return Execution.BATCH;
    }

    @Override
    public Set<String> topics() {
        return Set.of();
    }

    @Override
    public Set<EventStream> reports() {
        return Set.of();
    }

    @Override
    public List<FactTable<?>> tables() {
        return List.of(PlanTables.SLOTS, PlanTables.DAYS, PlanTables.ODDITIES);
    }

    @Override
    public JobGraph graph(Settings settings) {
        return new StaffingGraph(StaffingSettings.read(settings, InstantSource.system()));
    }
}
