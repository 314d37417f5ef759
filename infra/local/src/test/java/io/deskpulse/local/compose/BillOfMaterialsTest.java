package io.deskpulse.local.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether the bills of materials name what is shipped: the jars of the image, and what the jar of the jobs holds. */
class BillOfMaterialsTest {
    private static final Path IMAGE = ComposeFile.INFRA.resolve("cli/target");
    private static final Path JOBS = ComposeFile.ROOT.resolve("jobs/streaming/target");

    @Test
    void everyJarOfTheImageIsNamedAndNothingElse() throws IOException {
        Set<String> jars;
        assumeTrue(Files.exists(IMAGE.resolve("bom.json")), "infra/cli is not packaged");
        try (Stream<Path> files = Files.list(IMAGE.resolve("lib"))) {
            jars = files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }

        assertThat(jars(IMAGE)).isEqualTo(jars).hasSizeGreaterThan(40);
    }

    @Test
    void whatTheJarOfTheJobsTakesInIsNamedAndFlinkIsNot() throws IOException {
        assumeTrue(Files.exists(JOBS.resolve("bom.json")), "jobs/streaming is not packaged");

        assertThat(jars(JOBS))
                .anyMatch(jar -> jar.startsWith("flink-connector-kafka-"))
                .anyMatch(jar -> jar.startsWith("client-v2-"))
                .noneMatch(jar -> jar.startsWith("flink-streaming-java-"))
                .noneMatch(jar -> jar.startsWith("junit"));
    }

    /** Names of files of the components of a bill. */
    private static Set<String> jars(Path target) throws IOException {
        JsonNode bill = new ObjectMapper().readTree(target.resolve("bom.json").toFile());
        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        Set<String> jars = new TreeSet<>();
        for (JsonNode component : bill.path("components")) {
            String purl = component.path("purl").asText();
            String classifier = purl.replaceFirst(".*[?&]classifier=([^&]*).*|.*", "$1");
            jars.add(component.path("name").asText() + "-"
                    + component.path("version").asText() + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar");
        }
        return jars;
    }
}
