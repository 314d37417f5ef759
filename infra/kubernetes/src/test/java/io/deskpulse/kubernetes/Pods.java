package io.deskpulse.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A pod that some resource makes.
 *
 * @param owner kind and name of the resource
 * @param template metadata and spec of the pod
 * @param claims names of the volumes that the resource itself claims for the pod
 */
record Pods(String owner, JsonNode template, List<String> claims) {
    /** Every pod of these resources, the operators' included. */
    static List<Pods> of(List<JsonNode> resources) {
        return resources.stream().flatMap(Pods::of).toList();
    }

    JsonNode spec() {
        return template.path("spec");
    }

    JsonNode labels() {
        return template.at("/metadata/labels");
    }

    /** Containers, those that run before the others included. */
    List<JsonNode> containers() {
        List<JsonNode> containers = new ArrayList<>();
        spec().path("initContainers").forEach(containers::add);
        spec().path("containers").forEach(containers::add);
        return containers;
    }

    private static Stream<Pods> of(JsonNode resource) {
        String owner = Manifests.kind(resource) + " " + Manifests.name(resource);
        JsonNode spec = resource.path("spec");
        return switch (Manifests.kind(resource)) {
            case "Deployment", "Job", "StatefulSet" ->
                Stream.of(new Pods(
                        owner, spec.path("template"), claims(spec.path("volumeClaimTemplates"), "/metadata/name")));
            case "CronJob" -> Stream.of(new Pods(owner, spec.at("/jobTemplate/spec/template"), List.of()));
            case "FlinkDeployment" ->
                Stream.of("jobManager", "taskManager")
                        // A file alone lacks what all have in common.
                        .filter(role -> spec.has("podTemplate"))
                        .map(role -> new Pods(owner + " " + role, ofFlink(spec, role), List.of()));
            case "ClickHouseInstallation", "ClickHouseKeeperInstallation" ->
                StreamSupport.stream(spec.at("/templates/podTemplates").spliterator(), false)
                        .map(pod -> new Pods(owner, pod, claims(spec.at("/templates/volumeClaimTemplates"), "/name")));
            default -> Stream.of();
        };
    }

    /** What the operator of Flink makes of the three places: lists are merged by position, and a pod has one container. */
    private static JsonNode ofFlink(JsonNode spec, String role) {
        ObjectNode pod = spec.path("podTemplate").deepCopy();
        JsonNode own = spec.path(role).at("/podTemplate/spec/containers/0");
        ObjectNode container = (ObjectNode) pod.at("/spec/containers/0");
        own.properties().forEach(field -> container.set(field.getKey(), field.getValue()));
        container.set("resources", Manifests.JSON.createObjectNode().set("limits", spec.at("/" + role + "/resource")));
        ((ObjectNode) pod.path("spec")).set("serviceAccountName", spec.path("serviceAccount"));
        return pod;
    }

    private static List<String> claims(JsonNode templates, String name) {
        List<String> claims = new ArrayList<>();
        templates.forEach(template -> claims.add(template.at(name).asText()));
        return claims;
    }
}
