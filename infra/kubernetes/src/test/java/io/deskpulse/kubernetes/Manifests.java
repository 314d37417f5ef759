package io.deskpulse.kubernetes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of {@code infra/kubernetes}, and what Kustomize makes of them. */
final class Manifests {
    static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    static final Path DIRECTORY = ROOT.resolve("infra/kubernetes");
    static final ObjectMapper JSON = new ObjectMapper();

    /** Names of the overlays. */
    static final List<String> OVERLAYS = List.of("small", "large");

    private static final Map<String, List<JsonNode>> BUILT = new ConcurrentHashMap<>();

    private Manifests() {}

    /** What an overlay gives to the cluster; skips the test, saying so, on a machine without {@code kubectl}. */
    static List<JsonNode> built(String overlay) {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl"))),
                "kubectl is not on the PATH, so the overlays are not built");
        return BUILT.computeIfAbsent(overlay, Manifests::build);
    }

    /** Every document of a file that is a resource, not a patch and not a kustomization. */
    static List<JsonNode> resources(Path kustomization) throws IOException {
        List<JsonNode> resources = new ArrayList<>();
        Path folder = kustomization.getParent();
        for (JsonNode resource : read(kustomization).get(0).path("resources")) {
            Path path = folder.resolve(resource.asText()).normalize();
            resources.addAll(Files.isDirectory(path) ? resources(path.resolve("kustomization.yaml")) : read(path));
        }
        return resources;
    }

    /** The documents of a YAML file. */
    static List<JsonNode> read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /** The documents of a YAML text. */
    static List<JsonNode> parse(String yaml) {
        List<JsonNode> documents = new ArrayList<>();
        new Yaml(new SafeConstructor(new LoaderOptions()))
                .loadAll(yaml)
                .forEach(document -> documents.add(JSON.valueToTree(document)));
        return documents;
    }

    static String kind(JsonNode resource) {
        return resource.path("kind").asText();
    }

    static String name(JsonNode resource) {
        return resource.at("/metadata/name").asText();
    }

    static List<JsonNode> ofKind(List<JsonNode> resources, String kind) {
        return resources.stream()
                .filter(resource -> kind(resource).equals(kind))
                .toList();
    }

    static JsonNode named(List<JsonNode> resources, String kind, String name) {
        return ofKind(resources, kind).stream()
                .filter(resource -> name(resource).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + kind + " " + name));
    }

    /** Every value of a field of this name, at any depth. */
    static List<JsonNode> all(JsonNode node, String field) {
        return node.findValues(field);
    }

    /** Every object below a node, itself included. */
    static void walk(JsonNode node, Consumer<JsonNode> visitor) {
        visitor.accept(node);
        node.forEach(child -> walk(child, visitor));
    }

    /** The texts of a list. */
    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static List<JsonNode> build(String overlay) {
        try {
            Process kustomize = new ProcessBuilder(
                            "kubectl",
                            "kustomize",
                            DIRECTORY.resolve("overlays/" + overlay).toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (InputStream out = kustomize.getInputStream()) {
                String yaml = new String(out.readAllBytes(), StandardCharsets.UTF_8);
                if (kustomize.waitFor() != 0) {
                    throw new AssertionError("kubectl kustomize refuses overlays/" + overlay);
                }
                return parse(yaml);
            }
        } catch (IOException e) {
            throw new AssertionError("kubectl cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
