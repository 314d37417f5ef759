package io.deskpulse.streaming.sinks;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.streaming.facts.Columns;
import io.deskpulse.streaming.facts.FactTable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.groups.OperatorIOMetricGroup;
import org.apache.flink.metrics.groups.OperatorMetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.runtime.metrics.groups.InternalSinkWriterMetricGroup;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.junit.jupiter.api.Test;

/** What operators see of a sink. */
class WriterMetricsTest {
    private static final FactTable<String> TABLE =
            new FactTable<>("notes", new Columns<String>().text("title", note -> note));

    private final TestProcessingTimeService time = new TestProcessingTimeService();
    private final Told told = new Told();

    @Test
    void tellsForHowLongTheOldestRowWaitsAndOfNoneWhenAllAreWritten() throws Exception {
        time.setCurrentTime(10_000);
        try (FaultyClickHouse server = new FaultyClickHouse();
                ClickHouseWriter writer = new ClickHouseWriter(
                        TABLE,
                        new ClickHouse(
                                server.address(), new FlushPolicy(1, 100, Duration.ofHours(1)), Duration.ofMinutes(1)),
                        time,
                        InternalSinkWriterMetricGroup.wrap(told))) {
            assertThat(told.gauge("unwrittenMillis")).isEqualTo(0L);

            writer.write(new RowEncoder<>(TABLE).map("a"), null);
            time.setCurrentTime(10_020);
            writer.write(new RowEncoder<>(TABLE).map("b"), null);
            time.setCurrentTime(10_050);
            assertThat(told.gauge("unwrittenMillis")).isEqualTo(50L);
            assertThat(told.counters.get("inserts").getCount()).isZero();

            writer.flush(false);
            assertThat(told.gauge("unwrittenMillis")).isEqualTo(0L);
            assertThat(told.counters.get("inserts").getCount()).isOne();
            assertThat(told.counters.get("insertMillis").getCount()).isZero();
        }
    }

    /** Keeps what is registered. */
    private static final class Told extends UnregisteredMetricsGroup implements OperatorMetricGroup {
        private final Map<String, Counter> counters = new HashMap<>();
        private final Map<String, Gauge<?>> gauges = new HashMap<>();

        Object gauge(String name) {
            return gauges.get(name).getValue();
        }

        @Override
        public OperatorIOMetricGroup getIOMetricGroup() {
            return UnregisteredMetricsGroup.createOperatorIOMetricGroup();
        }

        @Override
        public Counter counter(String name) {
            return counters.computeIfAbsent(name, super::counter);
        }

        @Override
        public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
            gauges.put(name, gauge);
            return gauge;
        }
    }
}
