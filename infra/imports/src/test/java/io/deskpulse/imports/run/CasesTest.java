package io.deskpulse.imports.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.imports.input.Json;
import io.deskpulse.imports.mapping.Catalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of every bundled mapping, and what must be true of each however its lines come. */
class CasesTest {
    private static final List<String> TOLD =
            List.of("records", "parts", "known_without_event", "notes", "losses", "suspicions", "refusals");
    private static final Path MAPPINGS = Path.of("src/main/resources/mappings");

    @TempDir
    private Path directory;

    /** A case of a source. */
    record Case(String source, Path folder) {
        @Override
        public String toString() {
            return source + "/" + folder.getFileName();
        }

        CaseRunner runner() {
            return new CaseRunner(source, null);
        }

        List<Path> inputs() {
            return CaseRunner.inputs(folder);
        }

        boolean isTable() {
            return inputs().get(0).toString().endsWith(".csv");
        }
    }

    static Stream<Case> cases() {
        return Catalogue.names().stream()
                .filter(source -> Files.isDirectory(MAPPINGS.resolve(source).resolve("cases")))
                .flatMap(source -> CaseRunner.cases(MAPPINGS.resolve(source).resolve("cases")).stream()
                        .map(folder -> new Case(source, folder)));
    }

    /** With {@code -Dcases.update=true} what a new case gives is written beside it, to be read before it is believed. */
    @ParameterizedTest
    @MethodSource("cases")
    void givesWhatIsExpected(Case of) throws IOException {
        if (Boolean.getBoolean("cases.update") && Files.notExists(of.folder().resolve("events.jsonl"))) {
            CaseRunner.Run run = of.runner().run(of.folder(), of.inputs());
            Files.write(of.folder().resolve("events.jsonl"), run.events());
            JsonNode told = ((ObjectNode) run.report()).retain(TOLD);
            Files.writeString(of.folder().resolve("report.json"), told.toPrettyString() + "\n");
        }
        assertThat(of.runner().differences(of.folder())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheSameInAnyOrderAndTwice(Case of) throws IOException {
        List<String> expected = of.runner().run(of.folder(), of.inputs()).events();

        assertThat(of.runner().run(of.folder(), of.inputs()).events()).isEqualTo(expected);
        assertThat(events(of, "shuffled", shuffled(lines(of), 7))).isEqualTo(expected);
        List<String> doubled = new ArrayList<>(lines(of));
        doubled.addAll(lines(of));
        assertThat(events(of, "doubled", doubled)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyEventHasAnIdOfItsOwn(Case of) {
        // Two orders of one name are one order there, and told as lost.
        assumeThat(of.folder().getFileName().toString()).isNotEqualTo("two-orders-of-one-name-in-the-api");
        assertThat(of.runner().run(of.folder(), of.inputs()).events().stream()
                        .map(line -> Json.parse(line).path("event_id").asText()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void classesAddUp(Case of) {
        assertAddsUp(of.runner().run(of.folder(), of.inputs()).report());
    }

    /** Every record that was come upon, and every part of one, is of one class. */
    static void assertAddsUp(JsonNode report) {
        for (String level : List.of("records", "parts")) {
            long sum = 0;
            for (String name : List.of("mapped", "known_without_event", "unknown", "seen_again", "refused")) {
                sum += report.path(level).path(name).asLong();
            }
            assertThat(sum).as(level).isEqualTo(report.path(level).path("read").asLong());
        }
    }

    private List<String> events(Case of, String name, List<String> lines) throws IOException {
        return of.runner().run(of.folder(), List.of(write(name, of, lines))).events();
    }

    private Path write(String name, Case of, List<String> lines) throws IOException {
        return Files.write(
                directory.resolve(name + (of.isTable() ? ".csv" : ".ndjson")),
                withHeader(of, lines),
                StandardCharsets.UTF_8);
    }

    /** Lines as they stand in a file, which begins with a header when it is a table. */
    static List<String> withHeader(Case of, List<String> lines) throws IOException {
        List<String> text = new ArrayList<>(lines);
        if (of.isTable()) {
            text.add(0, Files.readAllLines(of.inputs().get(0)).get(0));
        }
        return text;
    }

    /** The records of a case, each a line, or several where a cell of a table holds the end of a line. */
    static List<String> lines(Case of) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path input : of.inputs()) {
            List<String> all = Files.readAllLines(input);
            String open = null;
            for (String line : of.isTable() ? all.subList(1, all.size()) : all) {
                String row = open == null ? line : open + "\n" + line;
                open = of.isTable() && row.chars().filter(c -> c == '"').count() % 2 == 1 ? row : null;
                if (open == null && !row.isBlank()) {
                    lines.add(row);
                }
            }
        }
        return lines;
    }

    private static List<String> shuffled(List<String> lines, long seed) {
        List<String> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }
}
