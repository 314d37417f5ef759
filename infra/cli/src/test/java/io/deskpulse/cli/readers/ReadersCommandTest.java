package io.deskpulse.cli.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.cli.Console;
import io.deskpulse.cli.Deskpulse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersCommandTest {
    private static final String HASH = "0123456789abcdef".repeat(4);

    @TempDir
    private Path directory;

    private final Console console = new Console();

    @Test
    void theFileOfTheHelpIsRightButForItsPassword() throws IOException {
        Path file = helpFile("password: ${NORTH_PASSWORD}", "password_sha256: " + HASH);

        assertThat(console.run("readers", "list", file.toString())).isZero();
        assertThat(console.out())
                .contains(
                        "north", "s1, s2", "10.0.0.0/8", "20000 queries, any rows read, 3600 s of execution in 3600 s")
                .doesNotContain(HASH);
    }

    @Test
    void aPasswordThatTheEnvironmentLacksIsToldByItsName() throws IOException {
        assertThat(console.run("readers", "list", helpFile("", "").toString())).isEqualTo(1);
        assertThat(console.err()).contains("line 4, column 7", "the variable NORTH_PASSWORD must hold");
    }

    @Test
    void aNewFileIsItsOwnersAloneAndOneThatIsThereKeepsItsPermissions() throws IOException {
        Path file = helpFile("password: ${NORTH_PASSWORD}", "password_sha256: " + HASH);
        Path fresh = directory.resolve("users.d/readers.xml");
        Path mounted = Files.writeString(directory.resolve("mounted.xml"), "<clickhouse/>");
        Files.setPosixFilePermissions(mounted, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(console.run("readers", "write", file.toString(), "--to=" + fresh))
                .isZero();
        assertThat(console.run("readers", "write", file.toString(), "--to=" + mounted))
                .isZero();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mounted)))
                .isEqualTo("rw-r--r--");
        assertThat(mounted).hasSameTextualContentAs(fresh);
        assertThat(Files.readString(fresh))
                .contains(
                        "<order_facts><filter>shop_id IN ('s1', 's2')</filter></order_facts>",
                        "<shop_settings><filter>shop_id IN ('', 's1', 's2')</filter></shop_settings>",
                        "<password_sha256_hex>" + HASH)
                .doesNotContain("table_parts", "forgotten_buyers");
    }

    private Path helpFile(String from, String to) throws IOException {
        String[] footer = Deskpulse.commandLine()
                .getSubcommands()
                .get("readers")
                .getCommandSpec()
                .usageMessage()
                .footer();
        String text = Arrays.stream(footer).collect(Collectors.joining("\n")).replace("$$", "$");
        return Files.writeString(directory.resolve("readers.yaml"), from.isEmpty() ? text : text.replace(from, to));
    }
}
