package io.deskpulse.local.flink;

import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;

/**
 * Keeps the metrics of jobs in this process that somebody asks for, each by what it is of, for as long as its task runs.
 *
 * @param <K> what a metric is of, its job among it
 * @param <M> kind of metric
 */
abstract class MetricsByKey<K, M extends Metric> implements MetricReporter {
    private final ConcurrentMap<K, M> metrics;
    private final Class<? super M> kind;

    /**
     * A reporter of one cluster.
     *
     * @param metrics where they are kept: Flink makes the reporters itself, one a cluster, and whoever asks has none of them
     */
    MetricsByKey(ConcurrentMap<K, M> metrics, Class<? super M> kind) {
        this.metrics = metrics;
        this.kind = kind;
    }

    /** What a metric is of; null when nobody asks for it. */
    abstract K key(String name, Map<String, String> variables);

    @Override
    public final void open(MetricConfig config) {}

    @Override
    public final void close() {}

    @Override
    @SuppressWarnings("unchecked") // of its kind
    public final void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        K key = key(name, group.getAllVariables());
        if (key != null && kind.isInstance(metric)) {
            metrics.put(key, (M) metric);
        }
    }

    @Override
    public final void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        K key = key(name, group.getAllVariables());
        if (key != null) {
            // Only this metric: a restarted task may have put its own already.
            metrics.remove(key, metric);
        }
    }
}
