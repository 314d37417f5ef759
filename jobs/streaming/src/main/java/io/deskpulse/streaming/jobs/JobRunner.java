package io.deskpulse.streaming.jobs;

import io.deskpulse.streaming.events.EventStreams;
import io.deskpulse.streaming.settings.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Starts jobs, all the same way. */
public final class JobRunner {
    /** Key groups, and so the most a job can ever be scaled to; a change would orphan its state. */
    private static final int MAX_PARALLELISM = 720;

    private JobRunner() {}

    /**
     * What a job's {@code main} does: runs it on the cluster that called it.
     *
     * @param args {@code --key value} pairs
     * @throws IllegalArgumentException when a setting is wrong, naming each
     * @throws Exception when Flink does not take the job
     */
    public static void run(DeskpulseJob job, String[] args) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        add(env, List.of(job), new Settings(args, System.getenv()));
        env.execute(job.name());
    }

    /**
     * Adds jobs to an environment; several become one Flink job, with one checkpoint, that reads each topic once for all of them.
     *
     * <p>Their shared sources do not go on from checkpoints in which each job read for itself: these hold a position for each, of which
     * none is all the others'. They begin at the offsets committed under their group.
     *
     * @param settings of all jobs; each takes those that it knows
     * @throws IllegalArgumentException when a setting is wrong or no job knows it, naming each
     */
    public static void add(StreamExecutionEnvironment env, List<DeskpulseJob> jobs, Settings settings) {
        Map<DeskpulseJob, JobGraph> graphs = JobCatalogue.graphs(jobs, settings);
        settings.check();
        env.setMaxParallelism(MAX_PARALLELISM);
        if (jobs.stream().anyMatch(job -> job.execution() == DeskpulseJob.Execution.BATCH)) {
            env.setRuntimeMode(RuntimeExecutionMode.BATCH);
        }
        EventStreams in = EventStreams.open(
                env,
                graphs.values().stream()
                        .flatMap(graph -> graph.subscriptions().stream())
                        .toList());
        graphs.values().forEach(graph -> graph.build(in));
        Set<String> retired = new HashSet<>(in.merged());
        jobs.forEach(job -> retired.addAll(job.retired()));
        RetiredState.leave(env, retired);
    }
}
