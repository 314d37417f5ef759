package io.deskpulse.local.compose;

import static io.deskpulse.local.compose.ComposeFile.INFRA;
import static io.deskpulse.local.compose.ComposeFile.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.deskpulse.cli.Deskpulse;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.jobs.JobCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Whether the compose set fits the rest of the project; no engine is needed. */
class ComposeTest {
    private static final Pattern ADDRESS = Pattern.compile("(?:http://|^|[ \\[,@/])([a-z][a-z-]*):(\\d{4,5})");

    private ComposeFile compose;

    @BeforeEach
    void read() throws IOException {
        compose = ComposeFile.read();
    }

    @Test
    void everyMountedFileExistsAndEveryNamedVolumeIsDeclared() {
        assertThat(compose.volumes()).allSatisfy(volume -> {
            String source = volume.substring(0, volume.indexOf(':'));
            if (source.startsWith(".")) {
                assertThat(INFRA.resolve(source)).exists();
                assertThat(volume).as("only read").endsWith(":ro");
            } else {
                assertThat(compose.namedVolumes().contains(source)).as(source).isTrue();
            }
        });
    }

    @Test
    void grafanaReadsTheDashboardsThatAServiceWrites() {
        String provisioned = "/var/lib/deskpulse/dashboards";
        assertThat(compose.service("dashboards").get("command")).isEqualTo(List.of("dashboards", "--to", provisioned));
        assertThat(compose.volumes(compose.service("dashboards"))).containsExactly("dashboards:" + provisioned);
        assertThat(compose.volumes(compose.service("grafana"))).contains("dashboards:" + provisioned + ":ro");
        assertThat(((Map<?, ?>) compose.service("grafana").get("depends_on")).get("dashboards"))
                .isEqualTo(Map.of("condition", "service_completed_successfully"));
        assertThat(compose.environment("grafana").get("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"))
                .isEqualTo(provisioned + "/${DESKPULSE_LANG:-en}/customer-service/overview.json");
    }

    @Test
    void addressesNameServicesAndPortsAreOpenToThisMachineAlone() {
        Set<String> services = compose.services().keySet();
        String values = compose.text().replaceAll("(?m)^\\s*(image|test|- 127).*", "");
        Matcher address = ADDRESS.matcher(values);
        Set<String> hosts = new TreeSet<>();
        while (address.find()) {
            hosts.add(address.group(1));
        }
        hosts.remove("localhost");
        assertThat(hosts).contains("kafka", "clickhouse", "jobmanager").isSubsetOf(services);
        compose.services().values().stream()
                .filter(service -> service.containsKey("ports"))
                .flatMap(service -> ((List<?>) service.get("ports")).stream())
                .forEach(port -> assertThat(port.toString()).startsWith("127.0.0.1:"));
    }

    @Test
    void prometheusLooksAtServicesThatTell() throws IOException {
        String prometheus = Files.readString(INFRA.resolve("docker/prometheus.yaml"));
        assertThat(prometheus).contains("jobmanager:9249", "taskmanager:9249", "clickhouse:9363");
        assertThat(Files.readString(INFRA.resolve("docker/flink.yaml"))).contains("port: \"9249\"");
        assertThat(Files.readString(INFRA.resolve("docker/clickhouse-config.xml")))
                .contains("<port>9363</port>");
    }

    @Test
    void secretsHaveNoDefaultAndTheExampleNamesEveryVariable() throws IOException {
        String example = Files.readString(INFRA.resolve(".env.example"));
        compose.variables().forEach((name, kinds) -> {
            assertThat(example).as(name).containsPattern("(?m)^#?" + name + "=");
            boolean secret = name.matches("(CLICKHOUSE|GRAFANA)_.*PASSWORD|DESKPULSE_HASH_KEY");
            assertThat(kinds).as(name).containsExactly(secret ? "?" : "-");
            assertThat(example.lines().anyMatch(line -> secret && line.equals(name + "=")))
                    .isEqualTo(secret);
        });
    }

    @Test
    void everyServiceIsGivenTheVariablesThatItsFilesRead() throws IOException {
        Set<?> grafana = compose.environment("grafana").keySet();
        try (Stream<Path> files = Files.walk(ROOT.resolve("dashboards/provisioning"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(grafana.containsAll(ComposeFile.variablesOf(Files.readString(file))))
                        .as(file.toString())
                        .isTrue();
            }
        }
        Matcher fromEnvironment = Pattern.compile("from_env=\"(\\w+)\"")
                .matcher(Files.readString(INFRA.resolve("docker/clickhouse-users.xml")));
        while (fromEnvironment.find()) {
            assertThat(compose.environment("clickhouse").containsKey(fromEnvironment.group(1)))
                    .isTrue();
        }
        List<String> mains =
                List.of("KAFKA_BOOTSTRAP_SERVERS", "CLICKHOUSE_URL", "CLICKHOUSE_PASSWORD", "DESKPULSE_HASH_KEY");
        assertThat(compose.environment("jobmanager").keySet().containsAll(mains))
                .isTrue();
    }

    @Test
    void readersOfTheContainerMayDoWhatThoseOfTheEmbeddedServerMay() throws IOException {
        String embedded = Files.readString(Path.of("src/main/resources/io/deskpulse/local/clickhouse/users.xml"));
        String container = Files.readString(INFRA.resolve("docker/clickhouse-users.xml"));
        assertThat(grants(container, "deskpulse_reader")).isEqualTo(grants(embedded, "deskpulse_reader"));
        assertThat(grants(container, "deskpulse_writer")).isEqualTo(grants(embedded, "deskpulse_writer"));
    }

    @Test
    void imagesAreOfTheVersionsThatWeBuildAndTestWith() throws IOException {
        Map<?, ?> versions = Versions.read();
        assertThat(image("kafka")).isEqualTo("apache/kafka:" + versions.get("dep.kafka.version"));
        for (String service : List.of("jobmanager", "taskmanager", "checkpoints")) {
            assertThat(image(service)).isEqualTo("flink:" + versions.get("dep.flink.version") + "-java17");
        }
        assertThat(image("clickhouse")).isEqualTo("clickhouse/clickhouse-server:" + versions.get("clickhouse"));
        assertThat(compose.services().values())
                .allSatisfy(
                        service -> assertThat(service.get("image").toString()).matches(".+:(local|v?\\d+[.].+)"));
        String plugin =
                compose.environment("grafana").get("GF_PLUGINS_PREINSTALL_SYNC").toString();
        assertThat(plugin).matches("grafana-clickhouse-datasource@4[.]\\d+[.]\\d+");
    }

    @Test
    void everyJobHasAServiceAndRoomToRun() throws IOException {
        assertThat(compose.services().keySet()).containsAll(JobCatalogue.names());
        int tasks = JobCatalogue.JOBS.size()
                * (int) ComposeFile.yaml(Files.readString(INFRA.resolve("docker/flink.yaml")))
                        .get("parallelism.default");
        assertThat(compose.environment("taskmanager").get("TASK_MANAGER_NUMBER_OF_TASK_SLOTS"))
                .isEqualTo(tasks);
    }

    @Test
    void everyJobIsStartedFromTheVolumeInWhichFlinkKeepsItsCheckpoints() throws IOException {
        String flink = Files.readString(INFRA.resolve("docker/flink.yaml"));
        for (String job :
                JobCatalogue.streaming().stream().map(DeskpulseJob::name).toList()) {
            assertThat(((List<?>) compose.service(job).get("command")).toString())
                    .isEqualTo("[job, --job, " + job + ", --flink-url, http://jobmanager:8081,"
                            + " --checkpoints, /var/lib/deskpulse/checkpoints]");
            assertThat(compose.volumes(compose.service(job))).contains("checkpoints:/var/lib/deskpulse/checkpoints:ro");
        }
        assertThat(flink).contains("file:///var/lib/deskpulse/checkpoints\n");
        assertThat(compose.volumes(compose.service("taskmanager")))
                .contains("checkpoints:/var/lib/deskpulse/checkpoints");
        Set<?> shared = ComposeFile.yaml(Files.readString(INFRA.resolve("flink/config.yaml")))
                .keySet();
        assertThat(ComposeFile.yaml(flink).keySet().stream().anyMatch(shared::contains))
                .as("one file follows the other, so no key may be in both")
                .isFalse();
    }

    @Test
    void forecastsAreMadeEachNightAndWithinTheDay() {
        assertThat(compose.service("staffing").get("command").toString())
                .isEqualTo("[job, --job, staffing, --flink-url, http://jobmanager:8081, --cron, 10 2 * * *]");
        assertThat(compose.service("staffing-today").get("command").toString())
                .contains("--cron, 5 * * * *, --, --staffing.intraday, true");
    }

    @Test
    void webhooksAreReceivedOnlyWhenAskedForAndItsCommandIsOne() {
        assertThat(compose.service("ingest").get("profiles")).isEqualTo(List.of("ingest"));
        List<String> command = ((List<?>) compose.service("ingest").get("command"))
                .stream()
                        .map(word -> word.toString().replaceAll("\\$\\{\\w+:-(\\w+)}", "$1"))
                        .toList();
        CommandLine.ParseResult parsed = Deskpulse.commandLine().parseArgs(command.toArray(String[]::new));
        assertThat(parsed.subcommand().commandSpec().name()).isEqualTo("ingest");
        assertThat(compose.environment("ingest")
                        .keySet()
                        .containsAll(Set.of("KAFKA_BOOTSTRAP_SERVERS", "DESKPULSE_WEBHOOK_SECRET")))
                .isTrue();
        assertThat(compose.service("ingest").get("ports").toString()).endsWith(":8090]");
        assertThat(ROOT.resolve("docs/runbook/webhooks-not-taken.md")).exists();
    }

    @Test
    void bothServersAnswerPlannersAlike() throws IOException {
        String embedded = Files.readString(Path.of("src/main/resources/io/deskpulse/local/clickhouse/config.xml"));
        String container = Files.readString(INFRA.resolve("docker/clickhouse-config.xml"));
        assertThat(handlers(container))
                .isEqualTo(handlers(embedded))
                .contains("<url>/forecast</url>", "<url>/staffing</url>");
    }

    private static String handlers(String config) {
        return config.substring(config.indexOf("<http_handlers>"), config.indexOf("</http_handlers>"));
    }

    @Test
    void dockerComposeReadsIt() throws Exception {
        assumeTrue(runs("docker", "compose", "version"), "docker compose is not installed");
        assertThat(runs(
                        "docker",
                        "compose",
                        "--env-file",
                        env().toString(),
                        "-f",
                        INFRA.resolve("compose.yaml").toString(),
                        "config",
                        "-q"))
                .isTrue();
    }

    private Path env() throws IOException {
        Path file = Files.createTempFile("deskpulse", ".env");
        file.toFile().deleteOnExit();
        List<String> lines = new ArrayList<>();
        compose.variables().keySet().forEach(name -> lines.add(name + "=1"));
        return Files.write(file, lines);
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> grants(String users, String user) {
        String own = users.substring(users.indexOf("<" + user + ">", users.indexOf("<users>")));
        List<String> grants = new ArrayList<>();
        Matcher grant =
                Pattern.compile("<query>(.*?)</query>").matcher(own.substring(0, own.indexOf("</" + user + ">")));
        while (grant.find()) {
            grants.add(grant.group(1));
        }
        return grants;
    }

    private String image(String service) {
        return compose.service(service).get("image").toString();
    }
}
