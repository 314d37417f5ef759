package io.deskpulse.bench.growth;

import io.deskpulse.bench.stack.BenchJobs;
import io.deskpulse.local.flink.EmbeddedFlink;
import io.deskpulse.local.flink.FlinkOptions;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.jobs.JobCatalogue;
import io.deskpulse.streaming.jobs.JobRunner;
import io.deskpulse.streaming.responsetime.ResponseTimeJob;
import io.deskpulse.streaming.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The response-time job in a process that can be killed; it goes on from the newest checkpoint in its directory. */
final class JobProcess {
    private static final DeskpulseJob JOB = new ResponseTimeJob();

    private JobProcess() {}

    /**
     * Runs the job until the parent's end of the pipe closes; the environment has its secrets.
     *
     * @param args directory, state backend, tasks, and the job's settings
     */
    public static void main(String[] args) throws IOException {
        Settings settings = new Settings(Arrays.copyOfRange(args, 3, args.length), System.getenv());
        // One set of settings serves all jobs: those that are not measured know the rest of it.
        JobCatalogue.graphs(BenchJobs.ALL, settings);
        try (EmbeddedFlink flink = EmbeddedFlink.start(
                FlinkOptions.in(Path.of(args[0])).withStateBackend(args[1]).withSlots(Integer.parseInt(args[2])))) {
            StreamExecutionEnvironment env =
                    flink.latestCheckpoint().map(flink::environment).orElseGet(flink::environment);
            JobRunner.add(env, List.of(JOB), settings);
            flink.submit(env, JOB.name());
            while (System.in.read() >= 0) {
                continue;
            }
        }
    }
}
