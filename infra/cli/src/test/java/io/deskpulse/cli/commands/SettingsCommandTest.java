package io.deskpulse.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.cli.Deskpulse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SettingsCommandTest {
    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theTemplateIsRight() throws IOException {
        assertThat(run("settings", "show")).isZero();
        Path file = Files.writeString(directory.resolve("shop.yaml"), out.toString());

        assertThat(run("settings", "check", file.toString())).isZero();
        assertThat(out.toString()).endsWith("shop.yaml is right.\n");
    }

    @Test
    void everyMistakeIsListedWithItsLine() throws IOException {
        Path file = Files.writeString(directory.resolve("wrong.yaml"), """
                calendars:
                  shop:
                    time_zone: Mars/Base
                    schedules:
                      - hours:
                          daily: ["25:00-26:00"]
                default_policy:
                  first_reply: soon
                  calendar: nowhere
                """);

        assertThat(run("settings", "check", file.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("line 3")
                .contains("Mars/Base")
                .contains("line 6")
                .contains("line 8")
                .contains("line 9");
    }

    @Test
    void aMissingFileIsSaidInOneLine() {
        assertThat(run("settings", "check", "nowhere.yaml")).isEqualTo(1);
        assertThat(err.toString()).contains("There is no file nowhere.yaml.").doesNotContain("\tat ");
    }

    private int run(String... args) {
        CommandLine commandLine = Deskpulse.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(args);
    }
}
