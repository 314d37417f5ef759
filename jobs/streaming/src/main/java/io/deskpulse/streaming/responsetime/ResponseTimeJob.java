package io.deskpulse.streaming.responsetime;

import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.facts.FactTable;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.jobs.JobGraph;
import io.deskpulse.streaming.jobs.JobRunner;
import io.deskpulse.streaming.settings.Settings;
import java.util.List;
import java.util.Set;

/** Response times, live: chat events from Kafka, one row per conversation and day into ClickHouse, bad input set apart. */
public final class ResponseTimeJob implements DeskpulseJob {
    static final String NAME = "response-time";

    /** Runs on the cluster that called it. */
    public static void main(String[] args) throws Exception {
        JobRunner.run(new ResponseTimeJob(), args);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(EventStream.CHAT.topic());
    }

    @Override
    public Set<EventStream> reports() {
        return Set.of(EventStream.CHAT);
    }

    @Override
    public List<FactTable<?>> tables() {
        return List.of(ConversationDayTable.TABLE);
    }

    @Override
    public JobGraph graph(Settings settings) {
        return new ResponseTimeGraph(ResponseTimeJobSettings.read(settings));
    }

    /** Until 0.1 the letters of all jobs became rows here. */
    @Override
    public Set<String> retired() {
        return Set.of("rejected-events-source", "rejected-events-sink");
    }
}
