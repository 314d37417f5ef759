package io.deskpulse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.flink.autoscaler.config.AutoScalerOptions;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.RpcOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whether Flink is told on Kubernetes what it is told everywhere else, in words that it and the autoscaler know. */
class FlinkSettingsTest {
    @SuppressWarnings("unused") // the source of a parameter
    private static final List<String> OVERLAYS = Manifests.OVERLAYS;

    /** Of every job, which {@code JobRunner} sets. */
    private static final int KEY_GROUPS = 720;

    /** Not options of this Flink's classes here: an environment of processes, a factory's own, a plugin's. */
    private static final String OTHERS = "env[.]java[.]opts[.].*|metrics[.]reporter[.]prometheus[.].*|s3[.].*"
            + "|state[.]backend[.]rocksdb[.]timer-service[.]factory|state[.]backend[.]incremental";

    private static final List<Class<?>> OPTIONS = List.of(
            AutoScalerOptions.class,
            BlobServerOptions.class,
            CheckpointingOptions.class,
            CoreOptions.class,
            ExecutionOptions.class,
            HighAvailabilityOptions.class,
            JobManagerOptions.class,
            MetricOptions.class,
            PipelineOptions.class,
            RestartStrategyOptions.class,
            RpcOptions.class,
            StateBackendOptions.class,
            StateRecoveryOptions.class,
            TaskManagerOptions.class);

    @Test
    void theSettingsOfEveryOtherClusterHold() throws IOException {
        Map<String, String> everywhere = new TreeMap<>();
        flatten(
                "",
                Manifests.read(Manifests.ROOT.resolve("infra/flink/config.yaml"))
                        .get(0),
                everywhere::put);

        Map<String, String> here = settings("base/jobs/deployment.yaml");

        assertThat(here).containsAllEntriesOf(everywhere);
    }

    @Test
    void whatContainersAddIsWhatTheyAddInCompose() throws IOException {
        Map<String, String> compose = new TreeMap<>();
        flatten(
                "",
                Manifests.read(Manifests.ROOT.resolve("infra/docker/flink.yaml"))
                        .get(0),
                compose::put);

        Map<String, String> here = settings("base/jobs/deployment.yaml");

        assertThat(here.keySet())
                .filteredOn(key -> key.startsWith("metrics.") || key.equals("taskmanager.memory.managed.fraction"))
                .hasSize(4)
                .allSatisfy(key -> assertThat(here.get(key)).isEqualTo(compose.get(key)));
    }

    @Test
    void everySettingIsAnOptionAndItsValueOneOfIt() throws IOException {
        check(settings("base/jobs/deployment.yaml"));
        check(settings("base/jobs/application.yaml"));
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void soIsWhatAnOverlayAdds(String overlay) {
        List<JsonNode> deployments = Manifests.ofKind(Manifests.built(overlay), "FlinkDeployment");

        assertThat(deployments).isNotEmpty().allSatisfy(deployment -> {
            Map<String, String> settings = settings(deployment.path("spec"));
            check(settings);
            assertThat(settings)
                    .containsKeys(
                            CheckpointingOptions.CHECKPOINTS_DIRECTORY.key(),
                            CheckpointingOptions.SAVEPOINT_DIRECTORY.key(),
                            HighAvailabilityOptions.HA_STORAGE_PATH.key());
            int most = Integer.parseInt(settings.getOrDefault(AutoScalerOptions.VERTEX_MAX_PARALLELISM.key(), "1"));
            assertThat(KEY_GROUPS % most)
                    .as("tasks divide the key groups evenly")
                    .isZero();
        });
    }

    private static void check(Map<String, String> settings) {
        Map<String, ConfigOption<?>> options = options();
        Configuration configuration = Configuration.fromMap(settings);
        settings.keySet().stream().filter(key -> !key.matches(OTHERS)).forEach(key -> {
            assertThat(options).as("options of Flink").containsKey(key);
            assertThat((Object) configuration.get(options.get(key))).as(key).isNotNull();
        });
    }

    private static Map<String, String> settings(String file) throws IOException {
        return settings(Manifests.read(Manifests.DIRECTORY.resolve(file)).get(0).path("spec"));
    }

    private static Map<String, String> settings(JsonNode spec) {
        Map<String, String> settings = new TreeMap<>();
        flatten("", spec.path("flinkConfiguration"), settings::put);
        return settings;
    }

    private static void flatten(String prefix, JsonNode node, BiConsumer<String, String> target) {
        node.properties().forEach(entry -> {
            if (entry.getValue().isObject()) {
                flatten(prefix + entry.getKey() + ".", entry.getValue(), target);
            } else {
                target.accept(prefix + entry.getKey(), entry.getValue().asText());
            }
        });
    }

    private static Map<String, ConfigOption<?>> options() {
        Map<String, ConfigOption<?>> options = new TreeMap<>();
        OPTIONS.forEach(type -> {
            for (Field field : type.getFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == ConfigOption.class) {
                    try {
                        ConfigOption<?> option = (ConfigOption<?>) field.get(null);
                        options.put(option.key(), option);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(field + " is public", e);
                    }
                }
            }
        });
        return options;
    }
}
