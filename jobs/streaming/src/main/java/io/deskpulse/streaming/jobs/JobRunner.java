package io.deskpulse.streaming.jobs;

import io.deskpulse.streaming.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
     * Adds jobs to an environment; several become one Flink job, with one checkpoint.
     *
     * @param settings of all jobs; each takes those that it knows
     * @throws IllegalArgumentException when a setting is wrong or no job knows it, naming each
     */
    public static void add(StreamExecutionEnvironment env, List<DeskpulseJob> jobs, Settings settings) {
        Map<DeskpulseJob, JobGraph> graphs = JobCatalogue.graphs(jobs, settings);
        settings.check();
        env.setMaxParallelism(MAX_PARALLELISM);
        for (DeskpulseJob job : jobs) {
            if (job.execution() == DeskpulseJob.Execution.BATCH) {
                env.setRuntimeMode(RuntimeExecutionMode.BATCH);
            }
            graphs.get(job).build(env);
        }
        RetiredState.leave(
                env, jobs.stream().flatMap(job -> job.retired().stream()).collect(Collectors.toSet()));
    }
}
