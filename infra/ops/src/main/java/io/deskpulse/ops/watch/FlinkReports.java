package io.deskpulse.ops.watch;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.kafka.ConsumerGroups;
import io.deskpulse.ops.submit.FlinkRest;
import io.deskpulse.ops.watch.JobReport.Checkpoints;
import io.deskpulse.ops.watch.JobReport.Flow;
import io.deskpulse.ops.watch.JobReport.ListedJob;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Asks a cluster about its Deskpulse jobs, which are known by their names. */
final class FlinkReports {
    /** Flink takes requests of up to 4096 characters. */
    private static final int METRICS_A_REQUEST = 20;

    /** How long Flink may take to collect the metrics of its task managers. */
    private static final long COLLECTING_MILLIS = 1000;

    private final FlinkRest flink;

    FlinkReports(FlinkRest flink) {
        this.flink = flink;
    }

    /**
     * The jobs there are, by name; one that has ended for as long as Flink remembers it.
     *
     * @throws UserError when the cluster does not answer
     */
    List<ListedJob> jobs() {
        List<ListedJob> jobs = FlinkAnswers.jobs(
                flink.get("jobs/overview"), name -> !ConsumerGroups.topics(name).isEmpty());
        if (jobs.stream().anyMatch(ListedJob::isRunning)) {
            collectMetrics();
        }
        return jobs;
    }

    /**
     * All about a job that was just listed.
     *
     * @throws UserError when the cluster does not answer, or has forgotten the job in between
     */
    JobReport report(ListedJob job) {
        if (job.isInitializing()) {
            return new JobReport(job, Checkpoints.NONE, null, Flow.UNKNOWN);
        }
        String path = "jobs/" + job.id();
        return new JobReport(
                job,
                FlinkAnswers.checkpoints(flink.get(path + "/checkpoints")),
                FlinkAnswers.restarts(flink.get(path + "/metrics?get=numRestarts")),
                // The metrics of tasks that are gone are still there for a while.
                job.isRunning() ? flow(path) : Flow.UNKNOWN);
    }

    /** Flink answers with the metrics that it collected for an earlier question, and collects again because it was asked. */
    private void collectMetrics() {
        flink.get("jobs/metrics?get=numRestarts");
        try {
            Thread.sleep(COLLECTING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted while waiting for Flink.", e);
        }
    }

    private Flow flow(String job) {
        List<JsonNode> metrics = new ArrayList<>();
        for (String task : FlinkAnswers.endTasks(flink.get(job))) {
            String path = job + "/vertices/" + task + "/subtasks/metrics";
            List<String> ids = FlinkAnswers.flowMetrics(flink.get(path));
            for (int from = 0; from < ids.size(); from += METRICS_A_REQUEST) {
                List<String> some = ids.subList(from, Math.min(from + METRICS_A_REQUEST, ids.size()));
                flink.get(path + "?get=" + URLEncoder.encode(String.join(",", some), StandardCharsets.UTF_8))
                        .forEach(metrics::add);
            }
        }
        return FlinkAnswers.flow(metrics);
    }
}
