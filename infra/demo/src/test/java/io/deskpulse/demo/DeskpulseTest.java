package io.deskpulse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.cli.Deskpulse;
import io.deskpulse.ops.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class DeskpulseTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withoutACommandItShowsHelp() {
        assertThat(run()).isZero();
        assertThat(out.toString())
                .contains(
                        "demo",
                        "replay",
                        "up",
                        "migrate",
                        "job",
                        "watch",
                        "dead-letters",
                        "rules",
                        "score",
                        "forecast",
                        "forecast",
                        "day-end",
                        "CLICKHOUSE_URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "replay",
                "import",
                "ingest",
                "up",
                "dashboards",
                "migrate",
                "job",
                "watch",
                "dead-letters",
                "rules",
                "score",
                "forecast",
                "day-end",
                "settings"
            })
    void helpOfEachCommandListsExitStatusAndExamples(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString())
                .contains("Exit status:", "Examples:", "deskpulse " + command)
                .doesNotContain("$$");
    }

    @Test
    void unknownCommandsAndOptionsAreWrongUsageWithASuggestion() {
        assertThat(run("repaly")).isEqualTo(2);
        assertThat(run("replay", "x.jsonl", "--sped", "2")).isEqualTo(2);
        assertThat(run("job")).isEqualTo(2);
        assertThat(err.toString())
                .contains("Did you mean: deskpulse replay", "--speed", "--flink-url")
                .contains("Try 'deskpulse replay --help'.")
                .doesNotContain("\tat ");
    }

    @Test
    void mistakesOfTheUserAreOneMessageBeforeAnythingStarts() {
        String missing = directory.resolve("none.jsonl").toString();

        assertThat(run("replay", missing)).isEqualTo(1);
        assertThat(err.toString()).isEqualToIgnoringNewLines("deskpulse: There is no file " + missing + ".");
    }

    @Test
    void filesThatCannotBeReadAsEventsAreOneMessageBeforeAnythingStarts() throws IOException {
        Path csv = Files.writeString(directory.resolve("events.csv"), "event_id,event_time\n");
        Path packed = Files.write(directory.resolve("events.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});

        assertThat(run("replay", csv.toString())).isEqualTo(1);
        assertThat(run("replay", packed.toString(), "--speed", "2")).isEqualTo(1);
        assertThat(run("replay", packed.toString(), packed.toString())).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "deskpulse: Cannot read " + csv
                                + ": is this JSON Lines? It looks like CSV; expected one JSON object a "
                                + "line, as {\"stream\":\"chat\",\"type\":\"MessageSent\",…}.",
                        "deskpulse: Cannot read " + packed + ": the gzip file is cut short, in member 1.",
                        "deskpulse: " + packed + " is named twice; name each file once.");
    }

    @Test
    void impossibleValuesAreNamed() {
        String file = directory.toString();

        run("up", "--port", "70000");
        run("up", "--state-backend", "disk");
        run("up", "--partitions", "-1");
        run("replay", file);
        run("dead-letters", "list", "--kafka", " ");
        run("dead-letters", "replay", "--kafka", "localhost:1");
        run("migrate", "--url", "ch:8123");
        run("job", "--flink-url", "jobmanager", "--jar", file);
        run("watch", "--flink-url", "http://jobmanager:8081", "--every", "PT0.1S");
        run("watch", "--flink-url", "jobmanager", "--kafka", "localhost:1", "--url", "http://ch:8123");

        assertThat(err.toString().lines())
                .containsExactly(
                        "deskpulse: a port must be between 1 and 65535, got 70000.",
                        "deskpulse: --state-backend must be hashmap or rocksdb.",
                        "deskpulse: --partitions must be at least 1.",
                        "deskpulse: Cannot read " + file + ": expected a file of JSON Lines, plain or gzip.",
                        "deskpulse: Which Kafka? Give --kafka HOST:PORT or set KAFKA_BOOTSTRAP_SERVERS.",
                        "deskpulse: What shall be sent? Give --file, --letter, --reason or --all.",
                        "deskpulse: Cannot read the ClickHouse address \"ch:8123\": expected http://HOST:PORT or "
                                + "jdbc:clickhouse:http://HOST:PORT/deskpulse (the database is always deskpulse; give user and "
                                + "password apart).",
                        "deskpulse: There is no file " + file + ".",
                        "deskpulse: --every must be PT1S to PT1H, got PT0.1S.",
                        "deskpulse: Flink's address must be http(s)://HOST:PORT, got jobmanager.");
    }

    @Test
    void mistakesInKafkasPropertiesAreToldByLineBeforeAnythingIsReached() throws IOException {
        Path file = Files.writeString(directory.resolve("client.properties"), "sasl.jaas.confg=hunter2\nacks=0\n");
        String mistakes = "deskpulse: Kafka's client properties are not right:\n  " + file
                + " line 1: Kafka's clients know no property sasl.jaas.confg; did you mean 'sasl.jaas.config'?\n  "
                + file
                + " line 2: acks is set by Deskpulse itself; leave it out\n";

        assertThat(run("topics", "--kafka", "b:1", "--kafka-properties", file.toString()))
                .isEqualTo(1);
        assertThat(run("watch", "--flink-url", "http://f:1", "--kafka-properties", file.toString()))
                .isEqualTo(1);
        assertThat(run("replay", "x.jsonl", "--kafka", "b:1", "--kafka-properties", file.toString()))
                .isEqualTo(1);
        assertThat(run("dead-letters", "list", "--kafka", "b:1", "--kafka-properties", file.toString()))
                .isEqualTo(1);

        assertThat(err.toString()).isEqualTo(mistakes.repeat(4));
    }

    @Test
    void aReplayToAClusterTakesNoOptionsOfTheStack() throws IOException {
        Path file = Files.writeString(directory.resolve("chat.jsonl"), "");

        assertThat(run("replay", file.toString(), "--kafka", "b:1", "--sql", "SELECT 1"))
                .isEqualTo(1);
        assertThat(run("replay", file.toString(), "--kafka-properties", file.toString()))
                .isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "deskpulse: --sql belongs to the embedded stack, which is not started when events go to --kafka.",
                        "deskpulse: Which Kafka? Give --kafka HOST:PORT or set KAFKA_BOOTSTRAP_SERVERS.");
    }

    @Test
    void theFileOfAJobIsCheckedWhereItCanBe() throws IOException {
        Path jar = Files.createFile(directory.resolve("job.jar"));
        Path wrong = Files.writeString(directory.resolve("client.properties"), "\n\nsecurity.protocl=SSL");
        String[] job = {"job", "--flink-url", "http://127.0.0.1:1", "--jar", jar.toString(), "--", "--kafka.properties"
        };

        assertThat(run(with(job, "client.properties"))).isEqualTo(1);
        assertThat(run(with(job, wrong.toString()))).isEqualTo(1);
        assertThat(err.toString())
                .contains("--kafka.properties must be an absolute path on the JobManager, got client.properties.")
                .contains(wrong + " line 3: Kafka's clients know no property security.protocl; did you mean "
                        + "'security.protocol'?");
    }

    @Test
    void verboseShowsWhereItHappened() {
        assertThat(run("replay", "none.jsonl", "--verbose")).isEqualTo(1);
        assertThat(err.toString()).contains("\tat io.deskpulse.local").contains(UserError.class.getName());
    }

    private static String[] with(String[] arguments, String last) {
        String[] more = Arrays.copyOf(arguments, arguments.length + 1);
        more[arguments.length] = last;
        return more;
    }

    private int run(String... arguments) {
        CommandLine command = Deskpulse.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
