package io.deskpulse.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.cli.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DashboardsCommandTest {
    @TempDir
    Path directory;

    private final Console console = new Console();

    @Test
    void writesEveryLanguageIntoADirectoryThatItMakes() {
        Path target = directory.resolve("dashboards");

        assertThat(console.run("dashboards", "--to", target.toString())).isZero();

        assertThat(target.resolve("en/operations/pipeline.json")).content().contains("Pipeline");
        assertThat(target.resolve("zh/customer-service/overview.json"))
                .content()
                .contains("总览");
    }

    @Test
    void writesTheLanguageAskedForAlone() {
        assertThat(console.run("dashboards", "--lang", "zh", "--to", directory.toString()))
                .isZero();

        assertThat(directory).isDirectoryContaining("glob:**zh").isDirectoryNotContaining("glob:**en");
    }

    @Test
    void refusesAnotherLanguageAndAPlaceThatIsNoDirectory() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThat(console.run("dashboards", "--lang", "fr", "--to", directory.toString()))
                .isEqualTo(2);
        assertThat(console.run("dashboards", "--to", file.toString())).isEqualTo(1);
        assertThat(console.err()).startsWith("deskpulse: Cannot write the dashboards to " + file + ": ");
    }
}
