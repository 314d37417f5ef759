package io.deskpulse.cli.articles;

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

class ArticlesCommandTest {
    @TempDir
    private Path directory;

    private final Console console = new Console();

    @Test
    void theFileOfTheHelpIsRight() throws IOException {
        String[] footer = Deskpulse.commandLine()
                .getSubcommands()
                .get("articles")
                .getCommandSpec()
                .usageMessage()
                .footer();
        Path file = Files.writeString(
                directory.resolve("kb.yaml"), Arrays.stream(footer).collect(Collectors.joining("\n")));

        assertThat(console.run("articles", "check", file.toString())).isZero();
        assertThat(console.out()).isEqualTo(file + " is right: 1 articles.\n");
    }

    @Test
    void everyMistakeIsToldByItsLine() throws IOException {
        Path file = Files.writeString(directory.resolve("kb.yaml"), """
                articles:
                  - {id: a, topic: SIZE, published: 2026-11-01}
                  - {id: a, topic: PRICE, published: 2026-11-01}
                  - {id: b, topic: PRICE, published: 2026-11-02, withdrawn: 2026-11-01}
                  - {id: c, published: soon}
                """);

        assertThat(console.run("articles", "check", file.toString())).isEqualTo(1);
        assertThat(console.err().lines())
                .hasSize(4)
                .anyMatch(line -> line.contains("line 3,") && line.contains("'a' of this shop is there twice"))
                .anyMatch(line -> line.contains("'withdrawn' must not be before 'published'"))
                .anyMatch(line -> line.contains("topic"))
                .anyMatch(line -> line.contains("a day such as 2026-11-01"));
    }
}
