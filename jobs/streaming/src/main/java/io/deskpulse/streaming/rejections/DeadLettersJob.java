package io.deskpulse.streaming.rejections;

import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.facts.FactTable;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.jobs.JobGraph;
import io.deskpulse.streaming.jobs.JobRunner;
import io.deskpulse.streaming.settings.Connections;
import io.deskpulse.streaming.settings.Settings;
import java.util.List;
import java.util.Set;

/**
 * Every dead letter becomes a row of {@code rejections}, whoever refused the message: a job, or an import of a file.
 *
 * <p>A job of its own, so that what is wrong can be seen whichever other jobs run.
 */
public final class DeadLettersJob implements DeskpulseJob {
    private static final String NAME = "dead-letters";

    /** Runs on the cluster that called it. */
    public static void main(String[] args) throws Exception {
        JobRunner.run(new DeadLettersJob(), args);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Connections.DEAD_LETTER_TOPIC);
    }

    @Override
    public Set<EventStream> reports() {
        return Set.of();
    }

    @Override
    public List<FactTable<?>> tables() {
        return List.of(RejectionTable.TABLE);
    }

    @Override
    public JobGraph graph(Settings settings) {
        return new DeadLettersGraph(Connections.read(settings, NAME));
    }
}
