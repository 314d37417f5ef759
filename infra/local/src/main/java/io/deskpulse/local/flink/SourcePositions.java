package io.deskpulse.local.flink;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Gauge;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the Kafka sources of jobs in this process have read, from their own gauges.
 *
 * <p>Committed offsets tell the same up to ten seconds late: a source that has nothing to read sits in one long poll, and commits wait
 * for its end.
 */
public final class SourcePositions extends MetricsByKey<SourcePositions.Source, Gauge<?>> {
    /** The connector's name for the offset of the record last handed on. */
    private static final String METRIC = "currentOffset";

    private static final ConcurrentMap<Source, Gauge<?>> GAUGES = new ConcurrentHashMap<>();

    record Source(String jobId, String operatorId, TopicPartition partition) {}

    SourcePositions() {
        super(GAUGES, Gauge.class);
    }

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
    Source key(String name, Map<String, String> variables) {
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
