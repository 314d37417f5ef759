package io.deskpulse.imports.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.imports.columns.ColumnsFile;
import io.deskpulse.imports.events.TextRule;
import io.deskpulse.imports.functions.Environment;
import io.deskpulse.imports.functions.Instants;
import io.deskpulse.imports.report.RecordClass;
import io.deskpulse.imports.report.Report;
import io.deskpulse.ops.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and mappings that mean harm, or were harmed: each is a refusal in words. */
class HostileInputTest {
    @TempDir
    private Path directory;

    private static String message(int id) {
        return "{\"event\":\"message_created\",\"id\":" + id + ",\"created_at\":" + (1794362400L + id)
                + ",\"message_type\":\"incoming\",\"content\":\"x\",\"sender\":{\"id\":5,\"type\":\"contact\"},\"conversation\":{\"id\":7}}";
    }

    @Test
    void deepNestingIsRefusedWithItsLine() throws IOException {
        Report report = report(
                message(1) + "\n" + "[".repeat(100_000) + "\n{\"a\":" + "[".repeat(5_000) + "\n" + message(2) + "\n");

        assertThat(report.events().total()).isEqualTo(2);
        assertThat(report.refused())
                .extracting(refused -> refused.place().line())
                .contains(2L, 3L);
    }

    @Test
    void brokenLinesCostThemselvesAlone() throws IOException {
        String broken = message(2).substring(0, 60);
        Report report = report(message(1) + "\n" + broken + "\n" + message(3) + "\n\"text\"\n[1, null]\n" + message(4)
                + "\n" + broken);

        assertThat(report.events().total()).isEqualTo(3);
        assertThat(report.count(false, RecordClass.REFUSED)).isEqualTo(5);
        assertThat(report.read(false)).isEqualTo(8);
    }

    @Test
    void anyLayoutOfTheSameIsTheSame() throws IOException {
        List<String> lines = List.of(message(1), message(2), message(3));
        List<String> expected = events(write("lines.json", String.join("\n", lines)));

        assertThat(events(write("array.json", "[" + String.join(",", lines) + "]")))
                .isEqualTo(expected);
        assertThat(events(write("joined.json", String.join("", lines)))).isEqualTo(expected);
        assertThat(events(write("page.json", "{\"meta\":{},\"payload\":[" + String.join(",", lines) + "]}")))
                .isEqualTo(expected);
        assertThat(events(write(
                        "pretty.json",
                        String.join("\n", lines).replace(",", ",\n  ").replace("{", "{\n  "))))
                .isEqualTo(expected);
        assertThat(events(write("windows.json", "\uFEFF" + String.join("\r\n", lines))))
                .isEqualTo(expected);
        assertThat(events(Files.write(
                        directory.resolve("wide.json"), String.join("\n", lines).getBytes(StandardCharsets.UTF_16))))
                .isEqualTo(expected);
        assertThat(events(gzip("lines.gz", String.join("\n", lines)))).isEqualTo(expected);
        assertThat(events(zip(Map.of(
                        "b.json",
                        lines.get(0),
                        "a/c.json",
                        lines.get(1) + "\n" + lines.get(2),
                        "__MACOSX/x",
                        "junk",
                        ".hidden",
                        "junk"))))
                .isEqualTo(expected);
    }

    @Test
    void archivesInArchivesAndDamagedOnesAreRefused() throws IOException {
        Path inner = zip(Map.of("a.json", message(1)));
        Path outer = directory.resolve("outer.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(outer))) {
            out.putNextEntry(new ZipEntry("inner.zip"));
            out.write(Files.readAllBytes(inner));
        }
        byte[] gzip = Files.readAllBytes(gzip("cut.gz", message(1).repeat(50)));
        Path cut = Files.write(directory.resolve("cut.gz"), java.util.Arrays.copyOf(gzip, gzip.length / 2));

        assertThatThrownBy(() -> events(outer))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("archive in an archive");
        assertThatThrownBy(() -> events(cut)).isInstanceOf(UserError.class).hasMessageContaining("damaged");
        assertThatThrownBy(() -> events(write("empty.json", "")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("empty");
        Path hidden = zip(Map.of("__MACOSX/x", "junk", ".DS_Store", "junk"));
        assertThatThrownBy(() -> events(hidden)).isInstanceOf(UserError.class).hasMessageContaining("holds no file");
        assertThatThrownBy(() -> events(directory.resolve("none.json")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no file");
    }

    @Test
    void whatFollowsAPackedFileIsRefused() throws IOException {
        Path longer = gzip("longer.gz", message(1));
        Files.writeString(longer, message(2), StandardOpenOption.APPEND);

        assertThatThrownBy(() -> events(longer))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("what follows member 1 of the gzip file is no gzip");
    }

    @Test
    void whatUnpacksToTooMuchIsRefused() throws IOException {
        Path bomb = gzip("bomb.gz", " ".repeat(3_000_000) + message(1));

        assertThatThrownBy(() -> Samples.run(options("chatwoot", bomb, null, 1_000_000, null)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--max-size");
    }

    @Test
    void otherEncodingsAreRefusedByLineOrReadWhenNamed() throws IOException {
        Charset gb = Charset.forName("GB18030");
        String text = message(1) + "\n" + message(2).replace("\"x\"", "\"你好\"");
        Path file = Files.write(directory.resolve("gb.json"), text.getBytes(gb));

        Report report =
                Samples.run(options("chatwoot", file, null, 0, null)).importer().report();
        assertThat(report.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.place().line()).isEqualTo(2);
            assertThat(refused.expected()).contains("--encoding");
        });
        assertThat(Samples.run(options("chatwoot", file, gb, 0, null)).events().get(1))
                .contains("你好");
    }

    @Test
    void aFileOfAnotherSourceIsNamed() throws IOException {
        Path file = write(
                "orders.json",
                "{\"orders\":[{\"id\":1,\"name\":\"#1\",\"line_items\":[],\"created_at\":\"2026-11-11T10:00:00Z\",\"total_price\":\"1.00\"}]}");

        assertThatThrownBy(() -> events(file))
                .hasMessageContaining("It looks like --from shopify")
                .hasMessageContaining("message_created");
    }

    @Test
    void mappingsReachNothingAndComeToAnEnd() throws IOException {
        assertThat(mapped("def f(x) f($x) f(.record)").refusals()).isPositive();
        assertThat(mapped("def f(x) f($x) + f($x) if (.record) [f(1)]").refusals())
                .isPositive();
        assertThatThrownBy(() -> mapped("import \"/etc/passwd\" as x x(.)")).isInstanceOf(UserError.class);
        assertThat(mapped("{\"type\":\"MessageSent\",\"id\":\"x\",\"time\":now(),\"sender\":\"BUYER\"}")
                        .refusals())
                .isPositive();
        assertThatThrownBy(() -> mapped("{\"type\": "))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> mapped("unheard-of(.)"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("unheard-of");
        assertThatThrownBy(() -> yaml("extends: chatwoot\nzone: Europe/Nowhere\n"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("line 2")
                .hasMessageEndingWith("expected a zone such as Europe/Berlin, or shop, got Europe/Nowhere");
        assertThatThrownBy(() -> yaml("name: x\na: &a [1]\nb: !!java.lang.String x\n"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("line");
    }

    @Test
    void everyMistakeOfAFileOfColumnsIsTold() {
        String table = "files:\n  - match: {columns: [a]}\n    ";
        assertThatThrownBy(
                        () -> columns(table + "event: chat.MessageSent\n    fields: {event_time: {tim: a}, text: {}}"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("unknown key 'tim' in a field")
                .hasMessageContaining("a field needs 'column'");
        assertThatThrownBy(() -> columns(table + "events: []"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("line 3, column 5: a row is one event at least");
    }

    private static void columns(String text) {
        ColumnsFile.read("columns.yaml", text, new Environment(new Instants(ZoneOffset.UTC, false)), Map.of());
    }

    @Test
    void patternsThatMatchForEverCostTheirRecordWhereverTheyStand() throws IOException {
        String hostile = message(1).replace("\"x\"", "\"" + "x".repeat(60) + "\"");
        String text = message(2) + "\n" + hostile + "\n" + message(3);
        String kind = "extends: chatwoot\nname: own\nrecords:\n- kind: own\n  subject: .id\n  when: ";
        String pattern = "test(string(.content), \"(x+x+)+y(?:\\\\1)?\")";
        for (String yaml : List.of(
                kind + "'" + pattern + "'\n",
                kind + "'def f(n) if ($n > 0) f($n - 1) or f($n - 1) size(.content) > 9 and f(27)'\n",
                kind + ".id == 1\n  newest: '" + pattern + "'\n",
                kind + ".id == 1\n  id: '" + pattern + "'\n",
                kind + ".id == 1\n  contacts: '" + pattern + "'\n",
                kind + ".id == 1\n  buyer: '" + pattern + "'\n")) {
            Path mapping = Files.createDirectories(directory.resolve("hostile"));
            Files.writeString(mapping.resolve("mapping.yaml"), yaml);

            Report report = Samples.run(options("own", write("hostile.json", text), null, 0, mapping))
                    .importer()
                    .report();

            assertThat(report.events().total()).as(yaml).isEqualTo(2);
            assertThat(report.count(false, RecordClass.REFUSED)).as(yaml).isEqualTo(1);
            assertThat(report.refused().get(0).expected()).as(yaml).contains("at most 2 s");
        }
    }

    private Report mapped(String template) throws IOException {
        Path mapping = Files.createDirectories(directory.resolve("own"));
        Files.writeString(mapping.resolve("mapping.yaml"), "extends: chatwoot\nname: own\n");
        Files.writeString(mapping.resolve("events.jslt"), template);
        return Samples.run(options("own", write("one.json", message(1)), null, 0, mapping))
                .importer()
                .report();
    }

    private void yaml(String text) throws IOException {
        Path mapping = Files.createDirectories(directory.resolve("bad"));
        Files.writeString(mapping.resolve("mapping.yaml"), text);
        Samples.run(options("bad", write("one.json", message(1)), null, 0, mapping));
    }

    private Report report(String text) throws IOException {
        return Samples.run(options("chatwoot", write("file.json", text), null, 0, null))
                .importer()
                .report();
    }

    private List<String> events(Path file) {
        return Samples.run(options("chatwoot", file, null, 0, null)).events();
    }

    private static ImportOptions options(String source, Path file, Charset charset, long most, Path mapping) {
        return new ImportOptions(
                source,
                List.of(file),
                List.of("s1"),
                null,
                null,
                null,
                Map.of(),
                mapping,
                null,
                null,
                null,
                TextRule.redact,
                charset,
                most,
                Instant.parse("2027-01-01T00:00:00Z"));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private Path gzip(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private Path zip(Map<String, String> members) throws IOException {
        Path file = directory.resolve("members.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : new ArrayList<>(members.keySet())) {
                out.putNextEntry(new ZipEntry(name));
                out.write(members.get(name).getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
