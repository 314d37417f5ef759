package io.deskpulse.streaming.jobs;

import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.facts.FactTable;
import io.deskpulse.streaming.settings.Settings;
import java.util.List;
import java.util.Set;

/**
 * A job, as everything outside of it knows it.
 *
 * <p>An implementation has a constructor without parameters, and a {@code main} that hands it to {@link JobRunner#run}. It needs
 * Flink on the class path only once its graph is asked for, so that tools without Flink know the jobs too.
 */
public interface DeskpulseJob {
    /** Whether a job ends. */
    enum Execution {
        /** It runs until it is stopped, and goes on from its newest checkpoint. */
        STREAMING,
        /** It ends with its input. */
        BATCH
    }

    /** Name of the job, of its consumer group and of its service on a cluster: kebab-case, and it never changes. */
    String name();

    /** Whether it ends. */
    default Execution execution() {
        return Execution.STREAMING;
    }

    /** Topics that it reads, by the names they have unless a setting gives them others. */
    Set<String> topics();

    /**
     * Streams of which it sends refused messages on. Each stream has one job that does, or a bad message would be told as often as it is
     * read; what comes too late for a job's own timelines each job tells for itself.
     */
    Set<EventStream> reports();

    /** Tables that it fills. */
    List<FactTable<?>> tables();

    /** Its data flow under these settings; what is wrong with them is theirs to tell, at {@link Settings#check}. */
    JobGraph graph(Settings settings);

    /**
     * Uids of operators that earlier builds had and that are gone: their state may go unclaimed. Any other state that nobody claims stops
     * a start.
     */
    default Set<String> retired() {
        return Set.of();
    }
}
