package io.deskpulse.local.flink;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Counter;

/**
 * What the sinks of jobs in this process count, task by task.
 *
 * <p>REST tells the same up to two seconds late, and nothing of a job that has just ended.
 */
public final class SinkCounts extends MetricsByKey<SinkCounts.Task, Counter> {
    /** What Flink adds to the name of a sink's operator. */
    private static final String WRITER = ": Writer";

    private static final ConcurrentMap<Task, Counter> COUNTERS = new ConcurrentHashMap<>();

    record Task(String jobId, String sink, String subtask, String counter) {}

    SinkCounts() {
        super(COUNTERS, Counter.class);
    }

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
    Task key(String name, Map<String, String> variables) {
        String job = variables.get("<job_id>");
        String operator = variables.get("<operator_name>");
        String subtask = variables.get("<subtask_index>");
        if (job == null || operator == null || subtask == null || !operator.endsWith(WRITER)) {
            return null;
        }
        return new Task(job, operator.substring(0, operator.length() - WRITER.length()), subtask, name);
    }
}
