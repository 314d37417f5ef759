package io.deskpulse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the resources are what the schemas of Kubernetes and of the Flink operator allow. */
class SchemasTest {
    @SuppressWarnings("unused") // the source of a parameter
    private static final List<String> OVERLAYS = Manifests.OVERLAYS;

    @Test
    void everyFileIsWhatItsSchemaAllows() throws IOException {
        List<JsonNode> resources = Manifests.resources(Manifests.DIRECTORY.resolve("base/kustomization.yaml"));

        assertThat(resources).hasSizeGreaterThan(30);
        assertThat(resources).allSatisfy(SchemasTest::isAllowed);
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void whatAnOverlayGivesToTheClusterIsWhatSchemasAllow(String overlay) {
        assertThat(Manifests.built(overlay)).hasSizeGreaterThan(30).allSatisfy(SchemasTest::isAllowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/spec/template/spec/containers/0/readOnlyRootFilesystem",
                "/spec/template/spec/securityContext/runAsNonroot",
                "/spec/replica"
            })
    void aMisspeltFieldIsRefused(String path) throws IOException {
        ObjectNode watch = Manifests.read(Manifests.DIRECTORY.resolve("base/commands/ingest.yaml"))
                .get(0)
                .deepCopy();
        int last = path.lastIndexOf('/');
        ObjectNode parent = watch.withObject(path.substring(0, last));
        parent.put(path.substring(last + 1), true);

        assertThatThrownBy(() -> Schemas.read(watch)).isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{job: {upgradeMode: carefully}}", "{flinkVersion: v9_9}", "{job: {jarUri: x}}", "{jobs: {}}"})
    void aFlinkDeploymentThatItsOperatorWouldNotUnderstandIsRefused(String spec) {
        JsonNode deployment = Manifests.parse(
                        "{apiVersion: flink.apache.org/v1beta1, kind: FlinkDeployment, metadata: {name: a}, spec: "
                                + spec + "}")
                .get(0);

        assertThatThrownBy(() -> Schemas.read(deployment)).isInstanceOf(JsonProcessingException.class);
    }

    private static void isAllowed(JsonNode resource) {
        if (Schemas.knows(resource)) {
            assertThatCode(() -> Schemas.read(resource))
                    .as(Manifests.kind(resource) + " " + Manifests.name(resource))
                    .doesNotThrowAnyException();
        } else {
            assertThat(Stream.of("ClickHouseInstallation", "ClickHouseKeeperInstallation"))
                    .contains(Manifests.kind(resource));
        }
    }
}
