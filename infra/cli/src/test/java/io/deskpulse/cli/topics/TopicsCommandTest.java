package io.deskpulse.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.cli.Console;
import io.deskpulse.cli.Deskpulse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsCommandTest {
    @TempDir
    private Path directory;

    private final Console console = new Console();

    @Test
    void theFileOfTheHelpIsRight() throws IOException {
        String[] footer = Deskpulse.commandLine()
                .getSubcommands()
                .get("topics")
                .getCommandSpec()
                .usageMessage()
                .footer();
        String yaml = Arrays.stream(footer)
                .dropWhile(line -> !line.startsWith("  versions:"))
                .collect(Collectors.joining("\n"));
        Path file = Files.writeString(directory.resolve("ours.yaml"), yaml);

        assertThat(console.run("topics", "check", file.toString())).isZero();
        assertThat(console.out()).isEqualTo("""
                %s is right. Versions:
                  1: 38 topics, since ever
                  2: 38 topics, from 2026-11-30T00:00:00Z
                  2+2026-12: 39 topics, from 2026-11-30T16:00:00Z
                """.formatted(file));
        assertThat(console.run("topics", "list", file.toString())).isZero();
        assertThat(console.out()).contains("ENGRAVING").contains("orders_open");
        assertThat(console.run("topics", "try", "--file", file.toString(), "刻上名字"))
                .isZero();
        assertThat(console.out()).isEqualTo("""
                刻上名字: ENGRAVING (刻字, Engraving), version 2+2026-12
                  刻…名字: ENGRAVING, weight 3
                """);
        assertThat(console.run("topics", "try", "--at=2026-11-29T23:59:59Z", "--file", file.toString(), "刻上名字", "嗯"))
                .isZero();
        assertThat(console.out()).isEqualTo("刻上名字: OTHER, version 1\n嗯: OTHER, version 1\n");
    }

    @Test
    void theLongestTermIsShownAndWhatIsNoTopic() {
        assertThat(console.run("topics", "try", "no problem, when will it ship"))
                .isZero();
        assertThat(console.out()).isEqualTo("""
                no problem, when will it ship: DISPATCH (发货时间, Dispatch), version 2
                  no problem: no topic, weight 4
                  when … ship: DISPATCH, weight 4
                  has it shipped: DISPATCH, weight 2
                """);
    }

    @Test
    void everyMistakeIsListedWithItsLine() throws IOException {
        Path file = Files.writeString(
                directory.resolve("wrong.yaml"), "versions:\n  - {version: x, topics: [{code: a}]}\n");

        assertThat(console.run("topics", "check", file.toString())).isEqualTo(1);
        assertThat(console.out())
                .contains(file + ", line 2, column 5: a version needs 'from'")
                .contains("expected a code in capitals")
                .endsWith(file + ": 2 mistakes.\n");
        assertThat(console.run("topics", "list", file.toString())).isEqualTo(1);
        assertThat(console.err()).startsWith("deskpulse: The topics of " + file + " are not right:");
        assertThat(console.run("topics", "try", "--at=noon", "x")).isEqualTo(1);
        assertThat(console.err()).contains("--at must be an instant such as");
    }

    @Test
    void aFileGrowsByWhatIsAdded() throws IOException {
        Path file = directory.resolve("new.yaml");
        String[] first = {
            "topics",
            "add",
            file.toString(),
            "--code=ENGRAVING",
            "--version-name=dec",
            "--from=2026-12-01T00:00:00+08:00",
            "--zh=刻字",
            "--en=Engraving",
            "--cause=orders_open",
            "--zh-synonym=刻字"
        };

        assertThat(console.run(first)).isZero();
        assertThat(console.out()).isEqualTo("ENGRAVING added to " + file + ", version dec.\n");
        assertThat(console.run(
                        "topics",
                        "add",
                        file.toString(),
                        "--code=SIZE",
                        "--version-name=dec",
                        "--from=2026-12-01T00:00:00+08:00",
                        "--en-synonym=the"))
                .isZero();
        assertThat(console.out()).contains("Remark: 'the' of 'SIZE' is never found");
        assertThat(console.run(
                        "topics",
                        "add",
                        file.toString(),
                        "--code=SIZE",
                        "--version-name=older",
                        "--from=2026-11-01T00:00:00+08:00",
                        "--en-synonym=the"))
                .isEqualTo(1);
        assertThat(console.err()).startsWith("deskpulse: Nothing was added.\n").contains("begins later");
        assertThat(console.run(
                        "topics",
                        "add",
                        file.toString(),
                        "--code=PRICE",
                        "--version-name=dec",
                        "--from=2026-12-01T00:00:00+08:00"))
                .isEqualTo(1);
        assertThat(console.err()).startsWith("deskpulse: Nothing was added: give topic 'PRICE' words");
        assertThat(console.run("topics", "check", file.toString())).isZero();
        assertThat(console.out()).contains("  2+dec: 39 topics, from 2026-11-30T16:00:00Z\n");
    }
}
