package io.deskpulse.imports.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.imports.events.Accounts;
import io.deskpulse.imports.events.ShopRules;
import io.deskpulse.imports.functions.Environment;
import io.deskpulse.imports.functions.Instants;
import io.deskpulse.imports.mapping.MappingFiles;
import io.deskpulse.imports.mapping.MappingReader;
import io.deskpulse.ops.UserError;
import io.deskpulse.schemas.testing.Fuzz;
import io.deskpulse.schemas.testing.Fuzz.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged mappings, columns, accounts and arguments of an import are taken, or their mistakes told in words. */
class ConfigurationFuzzTest {
    private static final Path MAPPINGS = Path.of("src/main/resources/mappings");
    private static final String OWN = """
            extends: chatwoot
            version: 2
            zone: Europe/Berlin
            settings:
              kind: {default: a, choices: [a, b], about: which kind}
              words: {list: [x, y]}
            tables:
              status: {open: open, waiting: pending}
            records:
              - kind: note
                when: '.event == "note"'
                subject: .id
                newest: .updated_at
                children: {messages: message}
                events:
                  - {from: 'created_at', event: MessageSent, id: 0-note}
            texts: {about: [one, two]}
            """;
    private static final String ACCOUNTS = """
            cw-7: {account: mei}
            cw-8: {account: robot, kind: robot}
            cw-9: {kind: shared}
            """;

    @TempDir
    private Path directory;

    @Test
    void aMapping() throws IOException {
        String zammad = Files.readString(MAPPINGS.resolve("zammad/mapping.yaml"));
        String template = Files.readString(MAPPINGS.resolve("zammad/events.jslt"));
        mapping(OWN, null);

        fuzz(List.of(OWN, zammad), 0.005, yaml -> mapping(yaml, null));
        fuzz(List.of(template), 0.005, text -> mapping(zammad, text));
    }

    @Test
    void whatIsSet() {
        fuzz(List.of("kind=b", "words=x,y", "status.new=open", "currency=EUR", "overlap=later"), 0.001, text -> {
            String[] pair = (text + "=").split("=", 2);
            MappingReader.read(new MappingFiles("own", OWN, null), environment(), Map.of(pair[0], pair[1]));
        });
        fuzz(
                List.of("lanyue", "inbox:5=lanyue", "*=main"),
                0.005,
                text -> ShopRules.parse(text.lines().toList(), "s1"));
    }

    @Test
    void aFileOfAccounts() {
        fuzz(
                List.of(ACCOUNTS),
                0.005,
                text -> Accounts.read("accounts.yaml", text).isMachine("cw-8"));
    }

    @Test
    void columnsAndArgumentsOfACaseAreRunOrRefused() throws IOException {
        Path folder = MAPPINGS.resolve("csv/cases/orders");
        Path columns = directory.resolve("columns.yaml");
        Path arguments = directory.resolve("args");
        List<Path> inputs = CaseRunner.inputs(folder);
        CaseRunner runner = new CaseRunner("csv", null);
        Files.copy(folder.resolve("args"), arguments);

        fuzz(List.of(Files.readString(folder.resolve("columns.yaml"))), 0.002, text -> {
            write(columns, text);
            runner.run(directory, inputs);
        });
        Files.writeString(columns, Files.readString(folder.resolve("columns.yaml")));
        String more = "--zone Europe/Berlin\n--since 2026-01-01T00:00:00Z\n--text keep\n--encoding utf-8\n--set a=b\n";
        fuzz(List.of(Files.readString(folder.resolve("args")), more), 0.002, text -> {
            write(arguments, text);
            runner.run(directory, inputs);
        });
    }

    private interface Reader {
        void read(String text);
    }

    private static void fuzz(List<String> samples, double share, Reader reader) {
        Refused seen = Fuzz.refusing(
                UserError.class,
                Fuzz.texts(samples),
                share,
                input -> reader.read(new String(input, StandardCharsets.UTF_8)));
        assertThat(seen.refused()).isBetween(1L, seen.inputs() - 1);
    }

    private static void mapping(String yaml, String template) {
        MappingReader.read(new MappingFiles("own", yaml, template), environment(), Map.of());
    }

    private static Environment environment() {
        return new Environment(new Instants(ZoneOffset.UTC, false));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
