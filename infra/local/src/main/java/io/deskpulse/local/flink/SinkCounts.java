package io.deskpulse.local.flink;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;

/**
 * What the sinks of jobs in this process count, task by task.
 *
 * <p>REST tells the same up to two seconds late, and nothing of a job that has just ended.
 */
public final class SinkCounts implements MetricReporter {
    /** What Flink adds to the name of a sink's operator. */
    private static final String WRITER = ": Writer";

    /** Flink makes the reporters itself, one a cluster; whoever asks knows the job. */
    private static final ConcurrentMap<Task, Counter> COUNTERS = new ConcurrentHashMap<>();

    private record Task(String jobId, String sink, String subtask, String counter) {}

    /** The sum over all tasks of a sink that run now; 0 when there is no such sink or counter. */
    static long sum(JobID job, String sink, String counter) {
        return COUNTERS.entrySet().stream()
                .filter(entry -> entry.getKey().jobId().equals(job.toHexString()))
                .filter(entry -> entry.getKey().sink().equals(sink))
                .filter(entry -> entry.getKey().counter().equals(counter))
                .mapToLong(entry -> entry.getValue().getCount())
                .sum();
    }

    @Override
    public void open(MetricConfig config) {}

    @Override
    public void close() {}

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        Task task = task(name, group);
        if (task != null && metric instanceof Counter counter) {
            COUNTERS.put(task, counter);
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        Task task = task(name, group);
        if (task != null && metric instanceof Counter counter) {
            // Only this counter: a restarted task may have put its own already.
            COUNTERS.remove(task, counter);
        }
    }

    /** Null when the metric is none of a sink's. */
    private static Task task(String name, MetricGroup group) {
        Map<String, String> variables = group.getAllVariables();
        String job = variables.get("<job_id>");
        String operator = variables.get("<operator_name>");
        String subtask = variables.get("<subtask_index>");
        if (job == null || operator == null || subtask == null || !operator.endsWith(WRITER)) {
            return null;
        }
        return new Task(job, operator.substring(0, operator.length() - WRITER.length()), subtask, name);
    }
}
