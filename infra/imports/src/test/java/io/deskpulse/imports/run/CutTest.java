package io.deskpulse.imports.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.imports.functions.Environment;
import io.deskpulse.imports.functions.Instants;
import io.deskpulse.imports.input.Json;
import io.deskpulse.imports.mapping.Mapping;
import io.deskpulse.imports.mapping.MappingFiles;
import io.deskpulse.imports.mapping.MappingReader;
import io.deskpulse.imports.mapping.RecordKind;
import io.deskpulse.ops.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file in two pieces gives what the whole gives: as one import wherever it is cut, and piece after piece between subjects. */
class CutTest {
    /** What an event says of a buyer moves: the strongest name is that of the whole import. */
    private static final List<String> MOVING = List.of("buyer_id");

    @TempDir
    private Path directory;

    static Stream<CasesTest.Case> cases() {
        return CasesTest.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void twoFilesAreOneImport(CasesTest.Case of) throws IOException {
        List<String> lines = CasesTest.lines(of);
        CaseRunner.Run whole = of.runner().run(of.folder(), of.inputs());
        for (int cut : new TreeSet<>(List.of(1, lines.size() / 2, lines.size() - 1))) {
            if (cut == 0 || cut == lines.size()) {
                continue;
            }
            List<Path> pieces = List.of(
                    write(of, "second", lines.subList(cut, lines.size())), write(of, "first", lines.subList(0, cut)));
            CaseRunner.Run both = of.runner().run(of.folder(), pieces);
            assertThat(both.events()).isEqualTo(whole.events());
            assertThat(both.report().path("records")).isEqualTo(whole.report().path("records"));
        }
    }

    /** That an order came through another door, too, only an import of both can know. */
    static Stream<CasesTest.Case> throughOneDoor() {
        return cases().filter(of ->
                !of.folder().endsWith("both-doors") || !of.source().equals("shopify"));
    }

    @ParameterizedTest
    @MethodSource("throughOneDoor")
    void pieceAfterPieceIsTheSameSet(CasesTest.Case of) throws IOException {
        Subjects subjects = new Subjects(of);
        List<String> lines = subjects.records(CasesTest.lines(of));
        TreeSet<String> all = new TreeSet<>();
        lines.forEach(line -> all.add(subjects.of(line)));
        all.remove(Subjects.SHARED);
        Map<String, JsonNode> whole = byId(of.runner().run(of.folder(), of.inputs()));
        for (String cut : all) {
            List<String> first = new ArrayList<>();
            List<String> second = new ArrayList<>();
            for (String line : lines) {
                String subject = subjects.of(line);
                if (subject.equals(Subjects.SHARED) || subject.compareTo(cut) < 0) {
                    first.add(line);
                }
                if (subject.equals(Subjects.SHARED) || subject.compareTo(cut) >= 0) {
                    second.add(line);
                }
            }
            Map<String, JsonNode> pieces = new TreeMap<>(events(of, "first", first));
            pieces.putAll(events(of, "second", second));
            assertThat(pieces).isEqualTo(whole);
        }
    }

    private Map<String, JsonNode> events(CasesTest.Case of, String name, List<String> lines) throws IOException {
        if (lines.isEmpty()) {
            return Map.of();
        }
        try {
            return byId(of.runner().run(of.folder(), List.of(write(of, name, lines))));
        } catch (UserError e) {
            assertThat(e.getMessage()).as("a piece of what is refused alone").contains("holds no record");
            return Map.of();
        }
    }

    private static Map<String, JsonNode> byId(CaseRunner.Run run) {
        Map<String, JsonNode> byId = new TreeMap<>();
        for (String line : run.events()) {
            ObjectNode event = (ObjectNode) Json.parse(line);
            byId.put(event.path("event_id").asText(), event.without(MOVING));
        }
        return byId;
    }

    private Path write(CasesTest.Case of, String name, List<String> lines) throws IOException {
        return Files.write(directory.resolve(name), CasesTest.withHeader(of, lines), StandardCharsets.UTF_8);
    }

    /** What lines belong to, as their mapping says; what belongs to several subjects, or to none, is shared by all pieces. */
    private static final class Subjects {
        private static final String SHARED = "";

        private final CasesTest.Case of;
        private final Mapping mapping;
        private final Map<String, String> known = new HashMap<>();

        Subjects(CasesTest.Case of) {
            this.of = of;
            Environment environment = new Environment(new Instants(ZoneOffset.UTC, false));
            this.mapping = MappingReader.read(MappingFiles.bundled(of.source()), environment, Map.of());
        }

        /** Lines of which each is one record, or belongs to no subject: lists that stand in envelopes are taken apart. */
        List<String> records(List<String> lines) {
            List<String> records = new ArrayList<>();
            for (String line : lines) {
                JsonNode list = of.isTable() || kind(Json.parse(line)) != null ? null : list(Json.parse(line));
                if (list == null) {
                    records.add(line);
                } else {
                    list.forEach(element -> records.add(element.toString()));
                }
            }
            return records;
        }

        private JsonNode list(JsonNode object) {
            for (String envelope : mapping.envelopes()) {
                JsonNode inside = object.at("/" + envelope.replace('.', '/'));
                if (inside.isArray()) {
                    return inside;
                }
            }
            return null;
        }

        String of(String line) {
            return known.computeIfAbsent(line, this::found);
        }

        private String found(String line) {
            if (of.isTable()) {
                return line.split("[,;]")[0];
            }
            JsonNode object = Json.parse(line);
            RecordKind kind = kind(object);
            boolean silent = kind == null
                    || kind.rows().stream().allMatch(row -> row.event().startsWith("none"));
            return silent ? SHARED : Environment.string(kind.subject().apply(object));
        }

        private RecordKind kind(JsonNode object) {
            return mapping.kinds().stream()
                    .filter(kind ->
                            kind.when() != null && kind.when().apply(object).asBoolean())
                    .findFirst()
                    .orElse(null);
        }
    }
}
