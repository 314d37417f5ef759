package io.deskpulse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whether every pod runs with as little as it needs. */
class SecurityTest {
    @SuppressWarnings("unused") // the source of a parameter
    private static final List<String> OVERLAYS = Manifests.OVERLAYS;

    /** They listen to nothing, so nothing can be asked whether they are well. */
    private static final Set<String> WITHOUT_PORTS = Set.of("Deployment watch");

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void noPodIsRootOrWritesOutsideOfItsVolumes(String overlay) {
        assertThat(Pods.of(Manifests.built(overlay))).hasSizeGreaterThan(20).allSatisfy(pod -> {
            JsonNode own = pod.spec().path("securityContext");
            assertThat(own.path("runAsNonRoot").asBoolean()).as(pod.owner()).isTrue();
            assertThat(own.path("runAsUser").asInt()).as(pod.owner()).isPositive();
            assertThat(own.at("/seccompProfile/type").asText()).as(pod.owner()).isEqualTo("RuntimeDefault");
            pod.containers().forEach(container -> {
                JsonNode context = container.path("securityContext");
                assertThat(context.path("readOnlyRootFilesystem").asBoolean())
                        .as(pod.owner())
                        .isTrue();
                assertThat(context.path("allowPrivilegeEscalation").asBoolean(true))
                        .as(pod.owner())
                        .isFalse();
                assertThat(context.at("/capabilities/drop/0").asText())
                        .as(pod.owner())
                        .isEqualTo("ALL");
                assertThat(context.has("privileged")
                                || context.at("/capabilities").has("add"))
                        .as(pod.owner())
                        .isFalse();
                assertThat(container.path("volumeMounts").findValuesAsText("mountPath"))
                        .as(pod.owner() + ", whose root is read-only")
                        .contains("/tmp");
            });
        });
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void everyContainerHasLimitsAndThoseThatListenAreProbed(String overlay) {
        Pods.of(Manifests.built(overlay)).forEach(pod -> {
            pod.containers().forEach(container -> {
                JsonNode limits = container.at("/resources/limits");
                assertThat(limits.has("memory") && limits.has("cpu"))
                        .as(pod.owner())
                        .isTrue();
            });
            boolean isService = pod.owner().matches("(Deployment|StatefulSet|FlinkDeployment|ClickHouse).*");
            if (isService && !WITHOUT_PORTS.contains(pod.owner())) {
                JsonNode container = pod.spec().at("/containers/0");
                assertThat(container.has("startupProbe") && container.has("livenessProbe"))
                        .as(pod.owner())
                        .isTrue();
            }
            pod.spec()
                    .path("volumes")
                    .forEach(volume -> assertThat(
                                    volume.at("/emptyDir/sizeLimit").isMissingNode() && volume.has("emptyDir"))
                            .as(pod.owner() + " may fill the disk of its node")
                            .isFalse());
        });
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void onlyFlinkAndPrometheusMayAskTheClusterAndNobodyIsToldOfServices(String overlay) {
        Pods.of(Manifests.built(overlay)).forEach(pod -> {
            // KAFKA_… and CLICKHOUSE_… of Kubernetes' own would be read as settings.
            assertThat(pod.spec().path("enableServiceLinks").asBoolean(true))
                    .as(pod.owner())
                    .isFalse();
            boolean mayAsk = pod.owner().matches("FlinkDeployment .*|Deployment prometheus");
            assertThat(pod.spec().path("automountServiceAccountToken").asBoolean(true))
                    .as(pod.owner())
                    .isEqualTo(mayAsk);
        });
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void passwordsComeFromSecretsAlone(String overlay) {
        List<JsonNode> built = Manifests.built(overlay);
        assertThat(built).noneMatch(resource -> Manifests.kind(resource).equals("Secret"));
        Pods.of(built)
                .forEach(pod -> pod.containers()
                        .forEach(container -> container.path("env").forEach(variable -> {
                            if (variable.path("name").asText().matches(".*(PASSWORD|SECRET|KEY)$")) {
                                assertThat(variable.at("/valueFrom/secretKeyRef/name")
                                                .asText())
                                        .as(pod.owner() + " " + variable.path("name"))
                                        .isNotEmpty();
                            }
                        })));
        Manifests.ofKind(built, "ConfigMap")
                .forEach(map -> map.path("data")
                        .properties()
                        .forEach(entry -> assertThat(entry.getKey()).doesNotMatch(".*(PASSWORD|SECRET|HASH_KEY)$")));
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void nothingIsReachedUnlessAPolicySaysSo(String overlay) {
        List<JsonNode> built = Manifests.built(overlay);
        JsonNode nothing =
                Manifests.named(built, "NetworkPolicy", "nothing-else").path("spec");
        assertThat(nothing.path("podSelector")).isEmpty();
        assertThat(Manifests.texts(nothing.path("policyTypes"))).containsExactly("Ingress", "Egress");
        assertThat(nothing.has("ingress") || nothing.has("egress")).isFalse();
        Manifests.ofKind(built, "NetworkPolicy")
                .forEach(policy -> policy.at("/spec/ingress")
                        .forEach(rule -> assertThat(rule.path("from"))
                                .as(Manifests.name(policy))
                                .isNotEmpty()));
        JsonNode namespace = Manifests.named(built, "Namespace", "deskpulse");
        assertThat(namespace
                        .at("/metadata/labels")
                        .path("pod-security.kubernetes.io/enforce")
                        .asText())
                .isEqualTo("restricted");
    }
}
