package io.deskpulse.ops.watch;

import io.deskpulse.ops.Progress;
import io.deskpulse.ops.Shutdown;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.kafka.KafkaAccess;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Writes samples of a cluster's jobs to {@code job_samples} at intervals. While Flink, Kafka or ClickHouse does not answer it says so,
 * once, and goes on.
 */
public final class JobWatch implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final JobSampler sampler;
    private final SampleTable table;
    private final Outages outages;
    private final Duration interval;
    private final Thread thread = new Thread(this::run, "job-watch");

    /**
     * A watch that has not begun.
     *
     * @param flinkUrl address of Flink's REST interface
     * @param kafka the cluster that the jobs read
     * @param writer a user of ClickHouse that may insert
     * @param interval from one sample to the next
     * @param progress told of outages
     */
    public JobWatch(String flinkUrl, KafkaAccess kafka, ClickHouseAccess writer, Duration interval, Progress progress) {
        // What fails when everything stops is no outage.
        this.outages = new Outages(message -> {
            if (!Thread.currentThread().isInterrupted() && !Shutdown.hasBegun()) {
                progress.step(message);
            }
        });
        this.sampler = new JobSampler(flinkUrl, kafka, outages, InstantSource.system());
        this.table = new SampleTable(writer);
        this.interval = interval;
    }

    /** Begins to watch, beside whatever else goes on, until it is closed. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Watches until the thread is interrupted. */
    public void run() {
        try (JobSampler closing = sampler) {
            // An interruption, also one of a look, ends the next sleep; by then the clients can be closed in peace.
            while (true) {
                long started = System.nanoTime();
                look();
                Thread.sleep(Math.max(0, interval.toMillis() - (System.nanoTime() - started) / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends a watch that {@link #start} began. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(GRACE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        outages.attempt("ClickHouse", () -> {
            table.write(sampler.samples());
            return true;
        });
    }
}
