package io.deskpulse.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.streaming.conversion.ConversionConfig;
import io.deskpulse.streaming.conversion.ConversionJob;
import io.deskpulse.streaming.resolution.ResolutionConfig;
import io.deskpulse.streaming.resolution.ResolutionJob;
import io.deskpulse.streaming.responsetime.ResponseTimeConfig;
import io.deskpulse.streaming.responsetime.ResponseTimeJob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

/** Every job builds with both guards on, and its uids stay what they were: a changed uid loses state. */
class TopologyTest {
    private static final String[] ARGUMENTS = {
        "--kafka.bootstrap-servers", "b:1", "--clickhouse.url", "http://h:1/deskpulse"
    };
    private static final Map<String, String> ENVIRONMENT =
            Map.of("DESKPULSE_HASH_KEY", "0123456789abcdef", "CLICKHOUSE_PASSWORD", "p");

    @Test
    void responseTimeKeepsItsUids() throws IOException {
        StreamExecutionEnvironment env = guarded();
        ResponseTimeJob.build(env, ResponseTimeConfig.from(ARGUMENTS, ENVIRONMENT));

        assertThat(uids(env)).isEqualTo(resource("/topology/response-time.txt"));
    }

    @Test
    void resolutionKeepsItsUids() throws IOException {
        StreamExecutionEnvironment env = guarded();
        ResolutionJob.build(env, ResolutionConfig.from(ARGUMENTS, ENVIRONMENT));

        assertThat(uids(env)).isEqualTo(resource("/topology/resolution.txt"));
    }

    @Test
    void conversionKeepsItsUids() throws IOException {
        StreamExecutionEnvironment env = guarded();
        ConversionJob.build(env, ConversionConfig.from(ARGUMENTS, ENVIRONMENT));

        assertThat(uids(env)).isEqualTo(resource("/topology/conversion.txt"));
    }

    @Test
    void aPlanShowsNoSecret() {
        StreamExecutionEnvironment env = guarded();
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.put("CLICKHOUSE_PASSWORD", "hunter2");
        environment.put("KAFKA_SASL_JAAS_CONFIG", "Module required password=\"hunter2\";");
        ResponseTimeJob.build(env, ResponseTimeConfig.from(ARGUMENTS, environment));

        assertThat(env.getExecutionPlan()).contains("Kafka deskpulse.chat.v1").doesNotContain("hunter2");
    }

    private static StreamExecutionEnvironment guarded() {
        Configuration guards = new Configuration();
        guards.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        guards.set(PipelineOptions.GENERIC_TYPES, false);
        return StreamExecutionEnvironment.getExecutionEnvironment(guards);
    }

    private static String uids(StreamExecutionEnvironment env) {
        return env.getStreamGraph().getStreamNodes().stream()
                .sorted(Comparator.comparing(StreamNode::getTransformationUID))
                .map(node -> node.getTransformationUID() + "  " + node.getOperatorName())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String resource(String name) throws IOException {
        return new String(TopologyTest.class.getResourceAsStream(name).readAllBytes(), StandardCharsets.UTF_8);
    }
}
