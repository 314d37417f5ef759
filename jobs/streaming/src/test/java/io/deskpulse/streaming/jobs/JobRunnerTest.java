package io.deskpulse.streaming.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.events.EventStreams;
import io.deskpulse.streaming.events.Subscription;
import io.deskpulse.streaming.facts.FactTable;
import io.deskpulse.streaming.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;

class JobRunnerTest {
    @Test
    void aJobThatEndsRunsInBatchMode() {
        assertThat(mode(DeskpulseJob.Execution.BATCH)).isEqualTo(RuntimeExecutionMode.BATCH);
        assertThat(mode(DeskpulseJob.Execution.STREAMING)).isEqualTo(RuntimeExecutionMode.STREAMING);
    }

    @Test
    void everyJobTellsWhatIsWrongWithItsSettingsBeforeAnyIsBuilt() {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        Settings settings = new Settings(new String[] {"--numbers.to", "ten", "--numbers.form", "1"}, Map.of());

        assertThatThrownBy(() -> JobRunner.add(env, List.of(new Numbers(DeskpulseJob.Execution.BATCH)), settings))
                .hasMessageContaining("--numbers.to must be a whole number, got ten")
                .hasMessageContaining("unknown setting --numbers.form; known are numbers.to");
        assertThat(env.getTransformations()).isEmpty();
    }

    private static RuntimeExecutionMode mode(DeskpulseJob.Execution execution) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        JobRunner.add(env, List.of(new Numbers(execution)), new Settings(new String[0], Map.of()));
        assertThat(env.getTransformations()).isNotEmpty();
        return env.getConfiguration().get(ExecutionOptions.RUNTIME_MODE);
    }

    /** Counts and forgets. */
    private record Numbers(Execution execution) implements DeskpulseJob {
        @Override
        public String name() {
            return "numbers";
        }

        @Override
        public Set<String> topics() {
            return Set.of();
        }

        @Override
        public Set<EventStream> reports() {
            return Set.of();
        }

        @Override
        public List<FactTable<?>> tables() {
            return List.of();
        }

        @Override
        public JobGraph graph(Settings settings) {
            int to = settings.count("numbers.to", 10);
            return new JobGraph() {
                @Override
                public List<Subscription<?, ?>> subscriptions() {
                    return List.of();
                }

                @Override
                public List<DataStream<?>> events(EventStreams in) {
                    return List.of(in.environment().fromSequence(1, to));
                }

                @Override
                public List<DataStream<?>> rows(EventStreams in) {
                    return events(in);
                }

                @Override
                public void build(EventStreams in) {
                    in.environment().fromSequence(1, to).sinkTo(new DiscardingSink<>());
                }
            };
        }
    }
}
