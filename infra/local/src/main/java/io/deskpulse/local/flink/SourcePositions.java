package io.deskpulse.local.flink;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the Kafka sources of jobs in this process have read, from their own gauges.
 *
 * <p>Committed offsets tell the same up to ten seconds late: a source that has nothing to read sits in one long poll, and commits wait
 * for its end.
 */
public final class SourcePositions implements MetricReporter {
    /** The connector's name for the offset of the record last handed on. */
    private static final String METRIC = "currentOffset";

    /** Flink makes the reporters itself, one a cluster; whoever asks knows the job. */
    private static final ConcurrentMap<Source, Gauge<?>> GAUGES = new ConcurrentHashMap<>();

    private record Source(String jobId, String operatorId, TopicPartition partition) {}

    /** Offset after the last record that the job's source, or the slowest of several, has handed on; 0 while it has handed on none. */
    static long next(JobID job, TopicPartition partition) {
        return GAUGES.entrySet().stream()
                .filter(gauge -> gauge.getKey().jobId().equals(job.toHexString()))
                .filter(gauge -> gauge.getKey().partition().equals(partition))
                .mapToLong(gauge -> gauge.getValue().getValue() instanceof Long offset ? Math.max(0, offset + 1) : 0)
                .min()
                .orElse(0);
    }

    @Override
    public void open(MetricConfig config) {}

    @Override
    public void close() {}

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        Source source = source(name, group);
        if (source != null && metric instanceof Gauge<?> gauge) {
            GAUGES.put(source, gauge);
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        Source source = source(name, group);
        if (source != null && metric instanceof Gauge<?> gauge) {
            // Only this gauge: a restarted task may have put its own already.
            GAUGES.remove(source, gauge);
        }
    }

    /** Null when the metric is another one. */
    private static Source source(String name, MetricGroup group) {
        Map<String, String> variables = group.getAllVariables();
        String topic = variables.get("<topic>");
        String partition = variables.get("<partition>");
        String job = variables.get("<job_id>");
        String operator = variables.get("<operator_id>");
        if (!name.equals(METRIC) || topic == null || partition == null || job == null || operator == null) {
            return null;
        }
        return new Source(job, operator, new TopicPartition(topic, Integer.parseInt(partition)));
    }
}
