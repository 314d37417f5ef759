package io.deskpulse.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.cli.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    private final Console console = new Console();

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(directory.resolve("webhooks.ndjson"), """
                {"event":"message_created","id":1,"created_at":1794362400,"message_type":"incoming","content":"hello","sender":{"id":5,"type":"contact"},"conversation":{"id":7}}
                {"event":"message_created","id":2,"created_at":1794362460,"message_type":"by_pigeon","content":"hello","sender":{"id":5,"type":"contact"},"conversation":{"id":7}}
                """);
    }

    @Test
    void withoutADestinationNothingIsWrittenAndNobodyIsNamed() {
        assertThat(console.run("import", "--from", "chatwoot", file.toString(), "--shop", "s1"))
                .isZero();
        assertThat(console.out()).contains("MessageSent", "\"buyer_id\":\"…\"").doesNotContain("hello");
        assertThat(directory.toFile().list()).containsExactly("webhooks.ndjson");
    }

    @Test
    void aFileIsThereWhenItIsCompleteAndForItsUserAlone() throws IOException {
        Path out = directory.resolve("events.jsonl");
        Path report = directory.resolve("report.json");

        int status = console.run(
                "import",
                "--from",
                "chatwoot",
                file.toString(),
                "--shop",
                "s1",
                "--out",
                out.toString(),
                "--report",
                report.toString(),
                "--strict");

        assertThat(status).isEqualTo(3);
        assertThat(Files.readAllLines(out))
                .singleElement()
                .asString()
                .contains("cw-5-0000000000000000001", "\"shop_id\":\"s1\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(report)).contains("\"read\" : 2", "\"mapped\" : 1", "\"unknown\" : 1");
    }

    @Test
    void mistakesAreSaidInWords() {
        assertThat(console.run("import", file.toString())).isEqualTo(2);
        assertThat(console.err()).contains("--from SOURCE");
        assertThat(console.run("import", "--from", "chatwoot")).isEqualTo(2);
        assertThat(console.run("import", "--from", "unheard", file.toString())).isEqualTo(2);
        assertThat(console.err()).contains("chatwoot, zendesk").doesNotContain("\tat ");
        assertThat(console.run("import", "--from", "chatwoot", file.toString(), "--zone", "Mars"))
                .isEqualTo(2);
        assertThat(console.run("import", "--from", "chatwoot", file.toString(), "--set", "unheard=1"))
                .isEqualTo(2);
        assertThat(console.run("import", "--from", "csv", file.toString())).isEqualTo(2);
        assertThat(console.run("import", "--from", "zendesk", file.toString())).isEqualTo(2);
        assertThat(console.err()).contains("It looks like --from chatwoot");
        assertThat(console.run(
                        "import",
                        "--from",
                        "chatwoot",
                        directory.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(console.run("ingest", "--from", "shopify", "--port", "0", "--kafka", "localhost:1"))
                .isEqualTo(1);
        assertThat(console.err()).contains("DESKPULSE_WEBHOOK_SECRET");
    }

    @Test
    void whatCannotBeMeantIsRefusedBeforeAnythingIsRead() throws IOException {
        Files.writeString(file, "");
        String absent = directory.resolve("absent/x").toString();
        assertThat(refusal("--report", absent)).contains("there is no directory");
        assertThat(refusal("--out", absent)).contains("there is no directory");
        assertThat(refusal("--out", directory.toString())).contains("--out must be a file");
        assertThat(refusal("--out", directory.resolve("x").toString(), "--kafka", "localhost:1"))
                .contains("--out and --kafka are two destinations");
        assertThat(refusal("--since", "2026-11-12T00:00:00Z", "--until", "2026-11-11T00:00:00Z"))
                .contains("--since must be before --until");
        assertThat(refusal("--max-size", "-5")).contains("--max-size must be at least 1");
        assertThat(refusal("-", "-")).contains("name - once");
        assertThat(refusal("--set", "status.waiting=pendin"))
                .contains("must be one of open, pending, resolved, snoozed, got pendin");
        assertThat(refusal("--set", "buyer=emial,id")).contains("must be one of email, external, id, nick, got emial");
        assertThat(refusal("--set", "overlap=last")).contains("must be one of earlier, later");
        assertThat(refusal("--set", "currency=EURO")).contains("must be a currency");
        assertThat(directory.toFile().list()).containsExactly("webhooks.ndjson");
    }

    private String refusal(String... options) {
        List<String> arguments = new ArrayList<>(List.of("import", "--from", "chatwoot", file.toString()));
        arguments.addAll(List.of(options));
        assertThat(console.run(arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(console.err()).doesNotContain("\tat ");
        return console.err();
    }

    @Test
    void sourcesExplainThemselves() {
        assertThat(console.run("import", "--list")).isZero();
        assertThat(console.out()).contains("chatwoot", "taobao", "csv");
        assertThat(console.run("import", "--explain", "zendesk")).isZero();
        assertThat(console.out()).contains("# Import from Zendesk", "TicketMerged", "order_field");
    }

    @Test
    void aMappingOfOnesOwnIsDraftedTestedAndUsed() throws IOException {
        assertThat(console.run("import", "--new", "mine", file.toString())).isZero();
        assertThat(console.out())
                .contains("name: mine", ".conversation.id: number", "seconds since 1970?")
                .doesNotContain("hello");

        Path own = Files.createDirectories(directory.resolve("own/cases/one"))
                .getParent()
                .getParent();
        Files.writeString(own.resolve("mapping.yaml"), "extends: chatwoot\nname: own\nprefix: ow\n");
        Files.copy(file, own.resolve("cases/one/input.ndjson"));
        Files.writeString(own.resolve("cases/one/events.jsonl"), "");
        assertThat(console.run("import", "--test", own.toString())).isEqualTo(1);
        assertThat(console.out()).contains("not expected", "ow-5-0000000000000000001", "0 of 1 cases");
        assertThat(console.run("import", "--mapping", own.toString(), file.toString(), "--out", "-"))
                .isZero();
        assertThat(console.out()).contains("ow-5-0000000000000000001", "\"text\":\"hello\"");
    }

    @Test
    void mistakesInACaseAreSaidInWords() throws IOException {
        Path own = directory.resolve("own");
        Path of = Files.createDirectories(own.resolve("cases/one"));
        Files.writeString(own.resolve("mapping.yaml"), "extends: chatwoot\nname: own\n");
        assertThat(tested(own)).contains("one: there is no input");
        Files.copy(file, of.resolve("input.ndjson"));
        assertThat(tested(own)).contains("one: there is no events.jsonl");
        Files.writeString(of.resolve("events.jsonl"), "");
        for (String wrong : List.of(
                "--set foo", "--zone Mars", "--text huh", "--encoding FOO", "--since yesterday", "--unheard x")) {
            Files.writeString(of.resolve("args"), wrong + "\n");
            assertThat(tested(own)).contains("one: ", wrong.split(" ")[0]);
        }
    }

    private String tested(Path own) {
        assertThat(console.run("import", "--test", own.toString())).isEqualTo(1);
        return console.out();
    }
}
