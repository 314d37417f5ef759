package io.deskpulse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.cli.Deskpulse;
import io.deskpulse.ops.UserError;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
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
                        "day-end",
                        "CLICKHOUSE_URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "replay",
                "up",
                "dashboards",
                "migrate",
                "job",
                "watch",
                "dead-letters",
                "rules",
                "score",
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
    void verboseShowsWhereItHappened() {
        assertThat(run("replay", "none.jsonl", "--verbose")).isEqualTo(1);
        assertThat(err.toString()).contains("\tat io.deskpulse.local").contains(UserError.class.getName());
    }

    private int run(String... arguments) {
        CommandLine command = Deskpulse.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
