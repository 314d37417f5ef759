package io.deskpulse.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.cli.Console;
import io.deskpulse.ops.FreePorts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs no server: usage, files, and that nobody ever sees a stack trace. */
class RulesCommandTest {
    private final Console console = new Console();

    @TempDir
    Path directory;

    @Test
    void tellsWhatAValidFileSays() throws IOException {
        Path file = file(
                "{rule_id: sat, version: strict, facts: RATINGS, measure: SATISFIED, worst_good_score: 0, source: ours}");

        assertThat(console.run("rules", "validate", file.toString())).isZero();
        assertThat(console.out())
                .isEqualTo("sat@strict: conversation days with a rating: rated 0 to 0 of 0 (very good) to 4 / all\n");
    }

    @Test
    void tellsEveryMistakeOfAFileWithItsPlace() throws IOException {
        Path file = file("rule_id: sat\nversion: 1\nfacts: RATING\nsource: ours\n");

        assertThat(console.run("rules", "validate", file.toString())).isEqualTo(1);
        assertThat(console.err())
                .contains(file + ", line 1, column 1: a rule needs 'measure'\n")
                .contains(file + ", line 3, column 8: expected one of ROUNDS, CONVERSATIONS, ");
        assertThat(console.run("rules", "add", "--url=http://127.0.0.1:1", file.toString()))
                .isEqualTo(1);
        assertThat(console.err())
                .contains(file + ", line 1, column 1: a rule needs 'measure'\n")
                .doesNotContain("127.0.0.1");
    }

    @Test
    void tellsThatAFileIsNotThereOrNoText() throws IOException {
        Path missing = directory.resolve("missing.yaml");
        Path binary = Files.write(directory.resolve("binary.yaml"), new byte[] {(byte) 0xC3, 0x28});
        Path latin = Files.write(directory.resolve("latin.yaml"), "source: ä".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(console.run("rules", "validate", missing.toString())).isEqualTo(1);
        assertThat(console.err()).isEqualTo("deskpulse: There is no file " + missing + ".\n");
        for (Path file : new Path[] {binary, latin}) {
            assertThat(console.run("rules", "validate", file.toString())).isEqualTo(1);
            assertThat(console.err()).isEqualTo("deskpulse: " + file + " is not text in UTF-8.\n");
        }
    }

    @Test
    void asksForWhatIsMissing() {
        assertThat(console.run("rules")).isEqualTo(2);
        assertThat(console.err()).contains("Which command: list, show, validate or add?");
        assertThat(console.run("rules", "show")).isEqualTo(2);
        assertThat(console.err()).contains("RULE[@VERSION]").doesNotContain("\tat ");
        assertThat(console.run("rules", "remove", "tb.resp3m")).isEqualTo(2);
        assertThat(console.run("score", "--rule=tb.resp3m")).isEqualTo(2);
        assertThat(console.err()).contains("--shop").contains("--by").doesNotContain("--target");
        assertThat(console.run("day-end", "--shop=s1")).isEqualTo(2);
        assertThat(console.err()).contains("--date");
    }

    @Test
    void saysThatTheServerIsNotReached() {
        String url = "--url=http://127.0.0.1:" + FreePorts.find(1).get(0);
        for (String[] command : new String[][] {
            {"rules", "list", url},
            {"rules", "show", "sat", url},
            {"score", "--rule=sat", "--shop=s1", "--target=0.9", "--by=today", url},
            {"day-end", "--shop=s1", "--date=2026-11-11", url}
        }) {
            assertThat(console.run(command)).isEqualTo(1);
            assertThat(console.err()).isEqualTo("deskpulse: ClickHouse does not answer at " + url.substring(6) + ".\n");
        }
    }

    @Test
    void helpsWithoutAServer() {
        assertThat(console.run("rules", "--help")).isZero();
        assertThat(console.out()).contains("validate").contains("Exit status:");
        assertThat(console.run("score", "--help")).isZero();
        assertThat(console.out()).contains("98%").contains("text, csv, json");
        assertThat(console.run("day-end", "--help")).isZero();
        assertThat(console.out()).contains("--output");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("rule.yaml"), content);
    }
}
