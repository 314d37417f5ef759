package io.deskpulse.cli.reasons;

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

class ReasonsCommandTest {
    @TempDir
    private Path directory;

    private final Console console = new Console();

    @Test
    void theFileOfTheHelpIsRight() throws IOException {
        String[] footer = Deskpulse.commandLine()
                .getSubcommands()
                .get("reasons")
                .getCommandSpec()
                .usageMessage()
                .footer();
        Path file = write("ours.yaml", Arrays.stream(footer).collect(Collectors.joining("\n")));

        assertThat(console.run("reasons", "check", file.toString(), "--text", "刻字完全错了"))
                .isZero();
        assertThat(console.out())
                .isEqualTo(file + " is right: 1 reason of its own.\n"
                        + "刻字完全错了: wrong_engraving (刻字错误, Wrong engraving), attribute engraving\n"
                        + "  刻字…错: wrong_engraving, weight 6\n");
        assertThat(console.run("reasons", "list", file.toString())).isZero();
        assertThat(console.out()).contains("defective").contains("wrong_engraving");
    }

    @Test
    void everyMistakeIsListedWithItsLine() throws IOException {
        Path file = write("wrong.yaml", "reasons:\n  - {code: broken, kind: service}\n  - {code: x}\n");

        for (String command : new String[] {"check", "list", "add"}) {
            String[] arguments = command.equals("add")
                    ? new String[] {"reasons", command, file.toString(), "--code=late"}
                    : new String[] {"reasons", command, file.toString()};
            assertThat(console.run(arguments)).isEqualTo(1);
            assertThat(console.out() + console.err())
                    .contains(file + ", line 2, column 20: reason 'broken' is bundled")
                    .contains(file + ", line 3, column 5: a reason needs 'zh'");
        }
    }

    @Test
    void textsAreTriedWithTheBundledReasons() {
        assertThat(console.run("reasons", "check", "--text=没有破损", "--label=不想要了", "--label=NOT_RECEIVED"))
                .isZero();
        assertThat(console.out()).isEqualTo("""
                不想要了: no complaint
                NOT_RECEIVED: not_received (未收到货, Not received), as a whole
                没有破损: nothing that is known
                  破损: broken, does not count: negated by 没有
                """);
        assertThat(console.run("reasons", "check")).isEqualTo(2);
        assertThat(console.err()).startsWith("deskpulse: Name a FILE, or a --text or --label to try.");
    }

    @Test
    void aFileGrowsAndMayNotShrink() {
        Path file = directory.resolve("new.yaml");
        String[] first = {"reasons", "add", file.toString(), "--code=one", "--zh=一", "--en=One", "--kind=quality"};

        assertThat(console.run(first)).isZero();
        assertThat(console.out()).isEqualTo("one added to " + file + ", place 28.\n");
        assertThat(console.run(first)).isEqualTo(1);
        assertThat(console.err()).startsWith("deskpulse: Nothing was added.\n").contains("'one' is there twice");
        assertThat(console.run("reasons", "add", file.toString(), "--code=late", "--en-synonym=the"))
                .isZero();
        assertThat(console.out()).contains("Remark: 'the' of 'late' is never found in a text");
    }

    @Test
    void aReasonThatLeftItsPlaceIsAMistake() throws IOException {
        String reason = "{code: %s, zh: 词, en: Word, kind: quality, edition: 1}";
        Path old = write("old.yaml", "reasons: [" + reason.formatted("a") + ", " + reason.formatted("b") + "]");
        Path now = write("now.yaml", "reasons: [" + reason.formatted("b") + "]");

        assertThat(console.run("reasons", "check", now.toString(), "--since", old.toString()))
                .isEqualTo(1);
        assertThat(console.out())
                .contains(now + ": reason 'a' had place 28 and is gone")
                .contains(now + ": reason 'b' had place 29 and has 28 now")
                .endsWith(now + ": 2 mistakes.\n");
        assertThat(console.run("reasons", "check", old.toString(), "--since", old.toString()))
                .isZero();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
