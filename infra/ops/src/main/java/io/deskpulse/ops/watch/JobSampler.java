package io.deskpulse.ops.watch;

import io.deskpulse.ops.kafka.KafkaAccess;
import io.deskpulse.ops.submit.FlinkRest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes samples of what Flink and Kafka tell. Not thread-safe. */
final class JobSampler implements AutoCloseable {
    private final FlinkReports flink;
    private final KafkaAccess kafka;
    private final Outages outages;
    private final InstantSource clock;
    private final Map<String, Long> lastRestarts = new HashMap<>();
    private Backlogs backlogs;

    /**
     * A sampler of a cluster's jobs.
     *
     * @param flinkUrl address of its REST interface
     * @param kafka the cluster that the jobs read
     */
    JobSampler(String flinkUrl, KafkaAccess kafka, Outages outages, InstantSource clock) {
        this.flink = new FlinkReports(new FlinkRest(flinkUrl));
        this.kafka = kafka;
        this.outages = outages;
        this.clock = clock;
    }

    /** One of each job; none while Flink does not answer. Lag and visibility are unknown while Kafka does not. */
    List<JobSample> samples() {
        return outages.attempt("Flink", flink::jobs).orElse(List.of()).stream()
                // What is wrong with one job must not hide the others.
                .flatMap(job -> outages.attempt("Flink about " + job.name(), () -> flink.report(job)).stream())
                .map(this::sample)
                .toList();
    }

    @Override
    public void close() {
        if (backlogs != null) {
            backlogs.close();
        }
    }

    private JobSample sample(JobReport report) {
        Optional<Backlogs.Found> found =
                outages.attempt("Kafka", () -> backlogs().of(report.job().name(), report.flow()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new JobSample(
                report.job(),
                found.map(Backlogs.Found::at).orElse(now),
                found.map(Backlogs.Found::unread).orElse(null),
                found.map(Backlogs.Found::visibleUntil).orElse(null),
                report.flow(),
                report.checkpoints(),
                restarts(report));
    }

    /** A counter must not fall when a job ends and Flink stops telling. */
    private long restarts(JobReport report) {
        String id = report.job().id();
        if (report.restarts() != null) {
            lastRestarts.put(id, report.restarts());
        }
        return lastRestarts.getOrDefault(id, 0L);
    }

    private Backlogs backlogs() {
        if (backlogs == null) {
            backlogs = new Backlogs(kafka, clock);
        }
        return backlogs;
    }
}
