package io.deskpulse.cli.commands;

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

class ShopsCommandTest {
    @TempDir
    private Path directory;

    private final Console console = new Console();

    @Test
    void theFileOfTheHelpIsRight() throws IOException {
        String[] footer = Deskpulse.commandLine()
                .getSubcommands()
                .get("shops")
                .getCommandSpec()
                .usageMessage()
                .footer();
        Path file = write(Arrays.stream(footer).collect(Collectors.joining("\n")));

        assertThat(console.run("shops", "check", file.toString())).isZero();
        assertThat(console.out()).isEqualTo(file + " is right: 1 shop.\n");
    }

    @Test
    void everyMistakeIsListedWithItsLine() throws IOException {
        Path file = write("""
                shops:
                  s1: {currency: EURO}
                  s2: {time_zone: Mars}
                """);

        assertThat(console.run("shops", "check", file.toString())).isEqualTo(1);
        assertThat(console.out())
                .isEqualTo(
                        file + ", line 2, column 18: expected an ISO 4217 currency code such as CNY or USD, got EURO\n"
                                + file
                                + ", line 3, column 19: expected an IANA time zone such as Asia/Shanghai or America/Chicago, got Mars\n"
                                + file + ": 2 mistakes.\n");
    }

    @Test
    void nothingIsAppliedOfAFileWithMistakes() throws IOException {
        Path file = write("shops: {s1: {currency: EURO}}");

        assertThat(console.run("shops", "apply", file.toString(), "--url=http://127.0.0.1:1"))
                .isEqualTo(1);
        assertThat(console.err()).contains("line 1, column 24").doesNotContain("ClickHouse");
    }

    @Test
    void settingsCheckReadsShopsToo() throws IOException {
        Path file = write("shops: {s1: {currency: EURO}}");

        assertThat(console.run("settings", "check", file.toString())).isEqualTo(1);
        assertThat(console.out()).contains("got EURO").contains(": 1 mistakes.");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("shops.yaml"), text);
    }
}
