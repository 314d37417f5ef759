package io.deskpulse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.cli.Deskpulse;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.jobs.JobCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether names, commands, images and settings are those of the catalogue of jobs, of compose and of the image; no cluster is needed. */
class AgreementTest {
    private static final Pattern FLINK_URL = Pattern.compile("http://([a-z-]+)-rest:8081");

    private List<JsonNode> resources;

    @BeforeEach
    void read() throws IOException {
        resources = Manifests.resources(Manifests.DIRECTORY.resolve("base/kustomization.yaml"));
        resources.addAll(Manifests.read(Manifests.DIRECTORY.resolve("overlays/small/kafka.yaml")));
    }

    @Test
    void everyJobOfTheCatalogueHasItsFlinkDeployment() {
        List<JsonNode> deployments = Manifests.ofKind(resources, "FlinkDeployment");

        assertThat(deployments).extracting(Manifests::name).containsExactlyInAnyOrderElementsOf(JobCatalogue.names());
        for (DeskpulseJob job : JobCatalogue.JOBS) {
            JsonNode deployment = Manifests.named(deployments, "FlinkDeployment", job.name());
            String execution = job.execution() == DeskpulseJob.Execution.STREAMING ? "streaming" : "batch";
            assertThat(deployment
                            .at("/metadata/labels")
                            .path("deskpulse.io/execution")
                            .asText())
                    .isEqualTo(execution);
            // A job that ends is started by a cron job, in a session; the others are the application of their cluster.
            assertThat(deployment.at("/spec/job/entryClass").asText())
                    .isEqualTo(execution.equals("batch") ? "" : job.getClass().getName());
        }
    }

    @Test
    void jobsAreUpgradedWithSavepointsFromTheJarOfTheImage() throws IOException {
        JsonNode application = Manifests.read(Manifests.DIRECTORY.resolve("base/jobs/application.yaml"))
                .get(0);

        assertThat(application.at("/spec/job/jarURI").asText()).isEqualTo("local://" + ProjectFiles.jarOfTheImage());
        assertThat(application.at("/spec/job/upgradeMode").asText()).isEqualTo("savepoint");
        assertThat(application.at("/spec/job/allowNonRestoredState").asBoolean(true))
                .isFalse();
    }

    @Test
    void imagesAreThoseOfComposeAndOfTheImageThatThisProjectBuilds() throws IOException {
        assertThat(image("clickhouse"))
                .isEqualTo(ProjectFiles.compose("clickhouse").path("image").asText());
        assertThat(image("kafka"))
                .isEqualTo(ProjectFiles.compose("kafka").path("image").asText());
        assertThat(image("prometheus"))
                .isEqualTo(ProjectFiles.compose("prometheus").path("image").asText());
        assertThat(image("grafana"))
                .isEqualTo(ProjectFiles.compose("grafana").path("image").asText());
        JsonNode flink = Manifests.read(Manifests.DIRECTORY.resolve("base/jobs/deployment.yaml"))
                .get(0);
        assertThat(flink.at("/spec/image").asText()).isEqualTo("deskpulse-flink:local");
        assertThat(ProjectFiles.dockerfile())
                .contains("FROM flink:" + ProjectFiles.version("dep.flink.version") + "-java17 AS flink\n")
                .contains(" AS deskpulse\n");
        for (String file : List.of("pod", "cron")) {
            JsonNode patch = Manifests.read(Manifests.DIRECTORY.resolve("base/commands/" + file + ".yaml"))
                    .get(0);
            assertThat(patch.findValue("image").asText())
                    .isEqualTo(ProjectFiles.compose("watch").path("image").asText());
            assertThat(ProjectFiles.dockerfile())
                    .contains("--uid " + patch.findValue("runAsUser").asText() + " ");
        }
    }

    @Test
    void commandsAreThoseOfComposeAndTheCommandLineTakesThem() throws IOException {
        for (String name : List.of("topics", "migrate", "ingest")) {
            assertThat(arguments(name)).isEqualTo(composeCommand(name));
        }
        for (String name : List.of("staffing", "staffing-today")) {
            List<String> compose = composeCommand(name);
            int cron = compose.indexOf("--cron");
            assertThat(Manifests.named(resources, "CronJob", name)
                            .at("/spec/schedule")
                            .asText())
                    .isEqualTo(compose.get(cron + 1));
            compose.subList(cron, cron + 2).clear();
            compose.replaceAll(word -> word.replace("jobmanager", "staffing-rest"));
            assertThat(arguments(name)).isEqualTo(compose);
        }
        List<String> digest = composeCommand("digest");
        digest.add("--once");
        assertThat(arguments("digest")).isEqualTo(digest);
        for (JsonNode container : commands()) {
            Deskpulse.commandLine().parseArgs(words(container).toArray(String[]::new));
        }
        assertThat(commands()).hasSize(7);
    }

    @Test
    void theWatchLooksAtTheClusterOfEachJob() {
        Matcher urls = FLINK_URL.matcher(String.join(" ", arguments("watch")));
        Set<String> watched = new LinkedHashSet<>();
        while (urls.find()) {
            watched.add(urls.group(1));
        }

        assertThat(watched).containsExactlyInAnyOrderElementsOf(JobCatalogue.names());
    }

    @Test
    void settingsAreTheDefaultsOfCompose() throws IOException {
        Map<String, String> compose = new TreeMap<>(ProjectFiles.composeEnvironment("jobmanager"));
        compose.putAll(ProjectFiles.composeEnvironment("grafana"));
        ProjectFiles.compose("ingest").path("command").forEach(word -> {
            Matcher variable = Pattern.compile("\\$\\{(\\w+):-(\\w+)}").matcher(word.asText());
            if (variable.matches()) {
                compose.put(variable.group(1), variable.group(2));
            }
        });

        assertThat(settings())
                .hasSizeGreaterThan(10)
                .allSatisfy((name, value) -> assertThat(value).as(name).isEqualTo(compose.get(name)));
    }

    @Test
    void everyPodIsGivenTheVariablesThatItsServiceOfComposeIsGiven() throws IOException {
        Map<String, JsonNode> containers = new TreeMap<>();
        for (String name :
                List.of("topics", "migrate", "watch", "ingest", "digest", "grafana", "kafka", "clickhouse")) {
            containers.put(name, container(name));
        }
        containers.put(
                "jobmanager",
                Manifests.read(Manifests.DIRECTORY.resolve("base/jobs/deployment.yaml"))
                        .get(0)
                        .at("/spec/podTemplate/spec/containers/0"));
        for (Map.Entry<String, JsonNode> container : containers.entrySet()) {
            Map<String, String> given = new TreeMap<>(settings());
            container
                    .getValue()
                    .path("env")
                    .forEach(variable -> given.put(
                            variable.path("name").asText(),
                            variable.path("value").asText()));
            Map<String, String> wanted = ProjectFiles.composeEnvironment(container.getKey());
            wanted.remove("JOB_MANAGER_RPC_ADDRESS");
            assertThat(given.keySet()).as(container.getKey()).containsAll(wanted.keySet());
            wanted.keySet().stream()
                    .filter(name -> name.matches("(KAFKA|CLUSTER|CLICKHOUSE_USER|GF_(PLUGINS|ANALYTICS)).*"))
                    .filter(name -> !name.contains("LISTENER"))
                    .forEach(name -> assertThat(given.get(name)).as(name).isEqualTo(wanted.get(name)));
        }
    }

    @Test
    void whatIsOnlyForSomeIsOffAsItIsAProfileInCompose() throws IOException {
        assertThat(ProjectFiles.compose("ingest").path("profiles")).isNotEmpty();
        assertThat(Manifests.named(resources, "Deployment", "ingest")
                        .at("/spec/replicas")
                        .asInt(1))
                .isZero();
        assertThat(ProjectFiles.compose("digest").path("profiles")).isNotEmpty();
        assertThat(Manifests.named(resources, "CronJob", "digest")
                        .at("/spec/suspend")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void clickHouseIsOneServerUnlessMigrateIsToldOfTheCluster() throws IOException {
        assertThat(servers(Manifests.named(resources, "ClickHouseInstallation", "deskpulse")))
                .isOne();
        assertThat(container("migrate").findValuesAsText("name")).doesNotContain("CLICKHOUSE_CLUSTER");
        JsonNode cluster = Manifests.read(Manifests.DIRECTORY.resolve("overlays/large/clickhouse.yaml"))
                .get(0);
        String migrate = Files.readString(Manifests.DIRECTORY.resolve("overlays/large/migrate.yaml"));

        assertThat(servers(cluster)).isEqualTo(4);
        assertThat(migrate).contains("name: CLICKHOUSE_CLUSTER, value: \"{cluster}\"");
        // By the secret a server asks another as the user who asked it, so that row policies hold there.
        assertThat(cluster.at("/spec/configuration/clusters/0/secret/auto").asText())
                .isEqualTo("true");
        assertThat(cluster.at("/spec/configuration/zookeeper/nodes")).isNotEmpty();
    }

    private static int servers(JsonNode installation) {
        JsonNode layout = installation.at("/spec/configuration/clusters/0/layout");
        return layout.path("shardsCount").asInt() * layout.path("replicasCount").asInt();
    }

    private static Map<String, String> settings() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        JsonNode generators = Manifests.read(Manifests.DIRECTORY.resolve("base/kustomization.yaml"))
                .get(0)
                .path("configMapGenerator");
        generators.get(0).path("literals").forEach(literal -> {
            String[] parts = literal.asText().split("=", 2);
            settings.put(parts[0], parts[1]);
        });
        return settings;
    }

    private List<JsonNode> commands() {
        List<JsonNode> commands = new ArrayList<>();
        Pods.of(resources)
                .forEach(pod -> pod.containers().stream()
                        .filter(container -> container.path("name").asText().equals("deskpulse"))
                        .forEach(commands::add));
        return commands;
    }

    private JsonNode container(String owner) {
        return Pods.of(resources).stream()
                .filter(pod -> pod.owner().endsWith(" " + owner)
                        || owner.equals("clickhouse") && pod.owner().startsWith("ClickHouseInstallation"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no pod of " + owner))
                .spec()
                .at("/containers/0");
    }

    private String image(String owner) {
        return container(owner).path("image").asText();
    }

    private List<String> arguments(String owner) {
        return words(container(owner));
    }

    /** With the settings put in. */
    private static List<String> words(JsonNode container) {
        List<String> words = Manifests.texts(container.path("args"));
        words.replaceAll(word -> word.replace("$(INGEST_FROM)", "chatwoot").replace("$(INGEST_SHOP)", "main"));
        return words;
    }

    private static List<String> composeCommand(String service) throws IOException {
        List<String> words = Manifests.texts(ProjectFiles.compose(service).path("command"));
        words.replaceAll(ProjectFiles::defaulted);
        return words;
    }
}
