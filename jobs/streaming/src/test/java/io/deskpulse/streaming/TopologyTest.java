package io.deskpulse.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.streaming.events.EventStreams;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.jobs.JobCatalogue;
import io.deskpulse.streaming.jobs.JobGraph;
import io.deskpulse.streaming.jobs.JobRunner;
import io.deskpulse.streaming.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every job builds with both guards on, and its uids stay what they were: a changed uid loses state. */
class TopologyTest {
    private static final String[] ARGUMENTS = {
        "--kafka.bootstrap-servers", "b:1", "--clickhouse.url", "http://h:1/deskpulse"
    };
    private static final String[] WITHOUT_KAFKA = {"--clickhouse.url", "http://h:1/deskpulse"};
    private static final Map<String, String> ENVIRONMENT =
            Map.of("DESKPULSE_HASH_KEY", "0123456789abcdef", "CLICKHOUSE_PASSWORD", "p");

    @ParameterizedTest
    @MethodSource("jobs")
    void aJobKeepsItsUids(DeskpulseJob job) throws IOException {
        StreamExecutionEnvironment env = guarded();
        JobRunner.add(env, List.of(job), new Settings(job.topics().isEmpty() ? WITHOUT_KAFKA : ARGUMENTS, ENVIRONMENT));

        assertThat(uids(env)).isEqualTo(resource("/topology/" + job.name() + ".txt"));
    }

    /** They run as one Flink job on an embedded stack. */
    @Test
    void noTwoJobsShareAUidAndEachTopicIsReadOnce() throws IOException {
        StreamExecutionEnvironment env = guarded();
        List<String> joint = new ArrayList<>(List.of(ARGUMENTS));
        joint.addAll(List.of("--kafka.group", "deskpulse"));
        JobRunner.add(env, JobCatalogue.streaming(), new Settings(joint.toArray(String[]::new), ENVIRONMENT));

        String uids = uids(env);
        assertThat(uids).isEqualTo(resource("/topology/joint.txt"));
        assertThat(uids.lines()).doesNotHaveDuplicates();
    }

    @Test
    void aJobCanBeCutOffBehindItsSourcesAndBehindItsRows() {
        for (DeskpulseJob job : JobCatalogue.JOBS) {
            JobGraph graph = job.graph(new Settings(ARGUMENTS, ENVIRONMENT));
            EventStreams in = EventStreams.open(guarded(), graph.subscriptions());
            assertThat(graph.events(in)).as(job.name()).isNotEmpty();
            assertThat(graph.rows(in)).as(job.name()).hasSameSizeAs(job.tables());
        }
    }

    @Test
    void aPlanShowsNoSecret() {
        StreamExecutionEnvironment env = guarded();
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.put("CLICKHOUSE_PASSWORD", "hunter2");
        environment.put("KAFKA_SASL_JAAS_CONFIG", "Module required password=\"hunter2\";");
        JobRunner.add(env, JobCatalogue.streaming(), new Settings(ARGUMENTS, environment));

        assertThat(env.getExecutionPlan()).contains("Kafka deskpulse.chat.v1").doesNotContain("hunter2");
    }

    private static List<DeskpulseJob> jobs() {
        return JobCatalogue.JOBS;
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
