package io.deskpulse.streaming.testing;

import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.metrics.groups.InternalOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingTaskMetricGroup;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;

/** Shows what the operator of a harness has counted. */
public final class CountedOperator {
    private final InterceptingOperatorMetricGroup metrics = new InterceptingOperatorMetricGroup();

    /** Where its harness runs it. */
    public MockEnvironment environment() {
        return new MockEnvironmentBuilder()
                .setMetricGroup(new InterceptingTaskMetricGroup() {
                    @Override
                    public InternalOperatorMetricGroup getOrAddOperator(
                            OperatorID id, String name, Map<String, String> variables) {
                        return metrics;
                    }
                })
                .build();
    }

    /** What a counter of it stands at. */
    public long count(String counter) {
        return ((Counter) metrics.get(counter)).getCount();
    }
}
