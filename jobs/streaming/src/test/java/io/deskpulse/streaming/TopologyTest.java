package io.deskpulse.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.streaming.responsetime.ResponseTimeConfig;
import io.deskpulse.streaming.responsetime.ResponseTimeJob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

/** Every job builds with both guards on, and its uids stay what they were: a changed uid loses state. */
class TopologyTest {

    @Test
    void responseTimeKeepsItsUids() throws IOException {
        Configuration guards = new Configuration();
        guards.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        guards.set(PipelineOptions.GENERIC_TYPES, false);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(guards);
        ResponseTimeJob.build(
                env,
                ResponseTimeConfig.from(
                        new String[] {"--kafka.bootstrap-servers", "b:1", "--clickhouse.url", "http://h:1/deskpulse"},
                        Map.of("DESKPULSE_HASH_KEY", "0123456789abcdef", "CLICKHOUSE_PASSWORD", "p")));

        String uids = env.getStreamGraph().getStreamNodes().stream()
                .sorted(Comparator.comparing(StreamNode::getTransformationUID))
                .map(node -> node.getTransformationUID() + "  " + node.getOperatorName())
                .collect(Collectors.joining("\n", "", "\n"));

        assertThat(uids).isEqualTo(resource("/topology/response-time.txt"));
    }

    private static String resource(String name) throws IOException {
        return new String(TopologyTest.class.getResourceAsStream(name).readAllBytes(), StandardCharsets.UTF_8);
    }
}
