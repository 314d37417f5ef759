package io.deskpulse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whether everything that a resource names is there. */
class ReferencesTest {
    @SuppressWarnings("unused") // the source of a parameter
    private static final List<String> OVERLAYS = Manifests.OVERLAYS;

    private static final Pattern ADDRESS = Pattern.compile("(?<![\\w.-])([a-z][a-z-]*):(\\d{4,5})(?!\\d)");
    private static final Pattern SECRET = Pattern.compile("create secret generic (\\S+)((?:[^\\n]*\\\\\\n)*[^\\n]*)");
    private static final Pattern LITERAL = Pattern.compile("--from-literal=([\\w-]+)=");

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void configMapsAndTheirKeysAreGenerated(String overlay) {
        List<JsonNode> built = Manifests.built(overlay);
        Set<String> maps = names(built, "ConfigMap");
        Pods.of(built).forEach(pod -> {
            for (String field : List.of("configMap", "configMapRef", "configMapKeyRef")) {
                for (JsonNode reference : Manifests.all(pod.template(), field)) {
                    assertThat(maps)
                            .as(pod.owner())
                            .contains(reference.path("name").asText());
                    JsonNode map = Manifests.named(
                            built, "ConfigMap", reference.path("name").asText());
                    if (reference.has("key")) {
                        assertThat(map.path("data").has(reference.path("key").asText()))
                                .as(pod.owner() + " " + reference)
                                .isTrue();
                    }
                }
            }
        });
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void volumesAccountsAndPortsAreThere(String overlay) {
        List<JsonNode> built = Manifests.built(overlay);
        Pods.of(built).forEach(pod -> {
            Set<String> volumes = pod.spec().path("volumes").findValuesAsText("name").stream()
                    .collect(Collectors.toCollection(TreeSet::new));
            volumes.addAll(pod.claims());
            pod.containers().forEach(container -> {
                assertThat(volumes)
                        .as(pod.owner())
                        .containsAll(container.path("volumeMounts").findValuesAsText("name"));
                Set<String> ports = new TreeSet<>(container.path("ports").findValuesAsText("name"));
                for (JsonNode port : Manifests.all(container, "port")) {
                    if (port.isTextual()) {
                        assertThat(ports).as(pod.owner()).contains(port.asText());
                    }
                }
            });
            assertThat(names(built, "PersistentVolumeClaim"))
                    .containsAll(pod.spec().path("volumes").findValuesAsText("claimName"));
            if (pod.spec().has("serviceAccountName")) {
                assertThat(names(built, "ServiceAccount"))
                        .contains(pod.spec().path("serviceAccountName").asText());
            }
        });
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void servicesAndPoliciesSelectPods(String overlay) {
        List<JsonNode> built = Manifests.built(overlay);
        List<Pods> pods = Pods.of(built);
        Manifests.ofKind(built, "Service").forEach(service -> {
            List<Pods> selected = selected(pods, service.at("/spec/selector"));
            assertThat(selected).as(Manifests.name(service)).isNotEmpty();
            assertThat(selected.get(0).template().findValuesAsText("name"))
                    .containsAll(service.at("/spec/ports").findValuesAsText("targetPort"));
        });
        Manifests.ofKind(built, "NetworkPolicy").forEach(policy -> {
            for (JsonNode selector : Manifests.all(policy, "podSelector")) {
                assertThat(selected(pods, selector.path("matchLabels")))
                        .as(Manifests.name(policy))
                        .isNotEmpty();
            }
        });
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void addressesNameServices(String overlay) {
        List<JsonNode> built = Manifests.built(overlay);
        Set<String> services = new TreeSet<>();
        Manifests.ofKind(built, "Service")
                .forEach(service -> service.at("/spec/ports")
                        .forEach(port -> services.add(Manifests.name(service) + ":" + port.path("port"))));
        names(built, "FlinkDeployment").forEach(job -> services.add(job + "-rest:8081"));
        Manifests.ofKind(built, "ClickHouseInstallation")
                .forEach(server -> server.at("/spec/templates/serviceTemplates")
                        .forEach(service -> service.at("/spec/ports")
                                .forEach(port -> services.add(
                                        service.path("generateName").asText() + ":" + port.path("port")))));

        Set<String> named = new TreeSet<>();
        built.stream()
                .filter(resource ->
                        Manifests.kind(resource).matches("ConfigMap|Deployment|CronJob|Job|FlinkDeployment"))
                .filter(resource -> !Manifests.name(resource).startsWith("grafana-"))
                .forEach(resource -> Manifests.walk(resource, node -> {
                    Matcher address = ADDRESS.matcher(node.isTextual() ? node.asText() : "");
                    while (address.find()) {
                        named.add(address.group());
                    }
                }));

        assertThat(named).contains("clickhouse:8123", "staffing-rest:8081").isSubsetOf(services);
    }

    @Test
    void everySecretIsToldInTheManualAndNoneHasAValueHere() throws IOException {
        Set<String> told = new TreeSet<>();
        Matcher secret = SECRET.matcher(Files.readString(Manifests.ROOT.resolve("docs/kubernetes.md")));
        while (secret.find()) {
            Matcher literal = LITERAL.matcher(secret.group(2));
            while (literal.find()) {
                told.add(secret.group(1) + "/" + literal.group(1));
            }
        }

        Set<String> keys = new TreeSet<>();
        Set<String> whole = new TreeSet<>();
        for (String overlay : Manifests.OVERLAYS) {
            List<JsonNode> built = Manifests.built(overlay);
            assertThat(names(built, "Secret")).isEmpty();
            built.forEach(resource -> {
                Manifests.all(resource, "secretKeyRef")
                        .forEach(key -> keys.add(key.path("name").asText() + "/"
                                + key.path("key").asText()));
                Manifests.all(resource, "secretRef").forEach(reference -> {
                    assertThat(reference.path("optional").asBoolean()).isTrue();
                    whole.add(reference.path("name").asText());
                });
            });
        }
        assertThat(told).containsAll(keys);
        assertThat(told.stream().map(key -> key.substring(0, key.indexOf('/'))))
                .containsAll(whole)
                .allMatch(name -> whole.contains(name) || keys.stream().anyMatch(key -> key.startsWith(name + "/")));
    }

    private static List<Pods> selected(List<Pods> pods, JsonNode labels) {
        return pods.stream()
                .filter(pod -> labels.properties().stream()
                        .allMatch(label -> pod.labels().path(label.getKey()).equals(label.getValue())))
                .toList();
    }

    private static Set<String> names(List<JsonNode> resources, String kind) {
        return Manifests.ofKind(resources, kind).stream().map(Manifests::name).collect(Collectors.toSet());
    }
}
