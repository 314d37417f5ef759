package io.deskpulse.local;

import io.deskpulse.local.flink.EmbeddedFlink;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.kafka.ConsumerGroups;
import io.deskpulse.ops.kafka.JointOffsets;
import io.deskpulse.ops.kafka.KafkaAccess;
import io.deskpulse.ops.watch.JobWatch;
import io.deskpulse.streaming.jobs.JobCatalogue;
import io.deskpulse.streaming.jobs.JobRunner;
import io.deskpulse.streaming.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * All jobs on an embedded stack, as one Flink job: one checkpoint covers them, and one place tells whether they run.
 *
 * <p>On a cluster each is submitted on its own, so that one can be changed without the others.
 */
public final class Jobs {
    private static final Duration WATCH_INTERVAL = Duration.ofSeconds(10);

    private Jobs() {}

    /**
     * Starts the jobs, from the newest checkpoint of the run directory when there is one; it may be of an earlier build.
     *
     * @param settings of the jobs beyond the stack's addresses, as on their command lines: {@code --key}, value, …; each job takes those
     *     that it knows
     * @throws UserError when a setting is wrong or no job knows it, or Flink does not take the job
     */
    public static FlinkJob start(Stack stack, List<String> settings) {
        EmbeddedFlink flink = stack.flink();
        Optional<String> checkpoint = flink.latestCheckpoint();
        StreamExecutionEnvironment environment =
                checkpoint.map(flink::environment).orElseGet(flink::environment);
        Settings read = settings(stack, settings);
        try {
            JobRunner.add(environment, JobCatalogue.streaming(), read);
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage(), e);
        }
        ShopsOfJobs.tell(stack, read);
        if (checkpoint.isPresent()) {
            JointOffsets.inherit(stack.kafka().access());
        }
        return flink.submit(environment, ConsumerGroups.JOINT_JOB);
    }

    /** Begins to write samples of a stack's jobs, beside whatever else goes on, until it is closed. */
    public static JobWatch watch(Stack stack, Progress progress) {
        JobWatch watch = new JobWatch(
                stack.flink().web().toString(),
                KafkaAccess.to(stack.kafka().cluster()),
                stack.clickHouse().writer(),
                WATCH_INTERVAL,
                progress);
        watch.start();
        return watch;
    }

    /** A stack's addresses and secrets as a job's settings, and those given. */
    static Settings settings(Stack stack, List<String> settings) {
        ClickHouseAccess writer = stack.clickHouse().writer();
        List<String> arguments = new ArrayList<>(List.of(
                "--kafka.bootstrap-servers", stack.kafka().bootstrapServers(),
                "--clickhouse.url", writer.jdbcUrl(),
                "--clickhouse.user", writer.user()));
        if (writer.authority() != null) {
            arguments.addAll(List.of("--clickhouse.ca", writer.authority()));
        }
        if (!settings.contains("--kafka.group")) {
            arguments.addAll(List.of("--kafka.group", ConsumerGroups.JOINT_JOB));
        }
        arguments.addAll(settings);
        Map<String, String> secrets = Map.of(
                "CLICKHOUSE_PASSWORD", writer.password(),
                "DESKPULSE_HASH_KEY", stack.home().hashKey(stack.options().environment()));
        return new Settings(arguments.toArray(String[]::new), secrets);
    }
}
