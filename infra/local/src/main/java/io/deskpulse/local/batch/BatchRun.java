package io.deskpulse.local.batch;

import io.deskpulse.local.flink.EmbeddedFlink;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.local.flink.FlinkOptions;
import io.deskpulse.ops.FileTree;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.jobs.JobRunner;
import io.deskpulse.streaming.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One run of a job that ends with its input, on a mini-cluster that ends with it. */
public final class BatchRun {
    private BatchRun() {}

    /**
     * Runs a job and returns when it has ended.
     *
     * @param writer of the ClickHouse that it reads and writes
     * @param settings of the job: {@code --key}, value, …
     * @param tasks that run in parallel, at least 1
     * @throws UserError when a setting is wrong or the job fails
     */
    public static void run(DeskpulseJob job, ClickHouseAccess writer, List<String> settings, int tasks) {
        Path directory = temporary();
        try (EmbeddedFlink flink =
                EmbeddedFlink.start(FlinkOptions.in(directory).withSlots(tasks))) {
            submit(flink, job, writer, settings).awaitEnd();
        } finally {
            delete(directory);
        }
    }

    /**
     * Starts a job on a cluster that runs.
     *
     * @throws UserError when a setting is wrong
     */
    public static FlinkJob submit(
            EmbeddedFlink flink, DeskpulseJob job, ClickHouseAccess writer, List<String> settings) {
        StreamExecutionEnvironment environment = flink.environment();
        try {
            JobRunner.add(environment, List.of(job), settings(writer, settings));
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage(), e);
        }
        return flink.submit(environment, job.name());
    }

    private static Settings settings(ClickHouseAccess writer, List<String> settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--clickhouse.url", writer.jdbcUrl(),
                "--clickhouse.user", writer.user()));
        if (writer.authority() != null) {
            arguments.addAll(List.of("--clickhouse.ca", writer.authority()));
        }
        arguments.addAll(settings);
        return new Settings(arguments.toArray(String[]::new), Map.of("CLICKHOUSE_PASSWORD", writer.password()));
    }

    private static void delete(Path directory) {
        try {
            FileTree.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory, e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("deskpulse-batch-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a directory for temporary files", e);
        }
    }
}
